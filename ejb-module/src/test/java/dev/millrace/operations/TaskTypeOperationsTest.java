package dev.millrace.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditedAction;
import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.TaskTypeOffered;
import dev.millrace.catalogue.TaskTypes;
import dev.millrace.contract.WorkerHeartbeat;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskTypeOperationsTest {
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "ada", null);

    private final List<String> deleted = new ArrayList<>();
    private final List<AuditedAction> actions = new ArrayList<>();
    private List<WorkerHeartbeat> workers = List.of();
    private final TaskTypeOperations types = new TaskTypeOperations(
            new TaskTypes() {
                @Override
                public void delete(String name) {
                    deleted.add(name);
                }
            },
            new Catalogue() {
                @Override
                public void refresh() {}
            },
            new LiveWorkers() {
                @Override
                public List<WorkerHeartbeat> latest() {
                    return workers;
                }
            },
            new AuditLog() {
                @Override
                public void record(Actor by, AuditedAction action) {
                    actions.add(action);
                }
            });

    @Test
    void a_type_of_a_live_or_quiet_worker_is_neither_hidden_nor_deleted() {
        workers = List.of(new WorkerHeartbeat(
                "w-1", "host", 1, "1.0", List.of("q"), List.of("grind"), 2, NOW, NOW, false, List.of(), true, null));

        assertThatThrownBy(() -> types.hide("grind", ADMIN)).isInstanceOf(TaskTypeOffered.class);
        assertThatThrownBy(() -> types.delete("grind", ADMIN)).isInstanceOf(TaskTypeOffered.class);
        assertThat(deleted).isEmpty();
        assertThat(actions).isEmpty();
    }

    @Test
    void a_type_without_workers_is_deleted_and_the_deletion_is_audited() {
        types.delete("grind", ADMIN);

        assertThat(deleted).containsExactly("grind");
        assertThat(actions).singleElement().satisfies(action -> {
            assertThat(action.kind().text()).isEqualTo("type.delete");
            assertThat(action.target().kind().text()).isEqualTo("type");
            assertThat(action.target().name()).isEqualTo("grind");
        });
    }
}
