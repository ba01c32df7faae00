package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.task.Task;

import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class AuditForeignTasksTest {
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "root", null);
    private static final UUID ADA = UUID.randomUUID();

    @Test
    void actions_on_own_tasks_are_not_audited() {
        assertThat(action(List.of(aTask().of(ADMIN.id()).waiting()))).isEmpty();
        assertThat(action(List.of())).isEmpty();
    }

    @Test
    void of_one_task_its_id_and_owner_are_audited() {
        Task task = aTask().of(ADA).ofType("reverse_string").waiting();

        assertThat(action(List.of(task)))
                .contains(new AuditedAction(
                        ActionKind.TASK_CANCEL,
                        new AuditTarget(AuditTarget.Kind.TASK, task.id().toString()),
                        "reverse_string of ada"));
    }

    @Test
    void of_many_tasks_the_number_is_audited_and_some_are_named() {
        List<Task> tasks = Stream.concat(
                        Stream.generate(() -> aTask().of(ADA).waiting()).limit(6),
                        Stream.of(aTask().of(ADMIN.id()).waiting()))
                .toList();

        AuditedAction action = action(tasks).orElseThrow();

        assertThat(action.target()).isEqualTo(new AuditTarget(AuditTarget.Kind.TASKS, "6 tasks"));
        assertThat(action.details())
                .startsWith("reverse_string of ada: " + tasks.get(0).id() + ", ")
                .endsWith(tasks.get(4).id() + ", …");
    }

    private static Optional<AuditedAction> action(List<Task> changed) {
        return AuditForeignTasks.actionOnForeignTasks(
                ADMIN, ActionKind.TASK_CANCEL, changed, owners -> Map.of(ADA, "ada"));
    }
}
