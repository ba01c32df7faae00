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
    void what_people_do_to_their_own_tasks_is_their_own_affair() {
        assertThat(deed(List.of(aTask().of(ADMIN.id()).waiting()))).isEmpty();
        assertThat(deed(List.of())).isEmpty();
    }

    @Test
    void of_one_task_it_is_said_which_and_whose() {
        Task task = aTask().of(ADA).ofType("reverse_string").waiting();

        assertThat(deed(List.of(task)))
                .contains(new AuditedAction(
                        ActionKind.TASK_CANCEL,
                        new AuditTarget(AuditTarget.Kind.TASK, task.id().toString()),
                        "reverse_string of ada"));
    }

    @Test
    void of_many_it_is_said_how_many_and_some_are_named() {
        List<Task> tasks = Stream.concat(
                        Stream.generate(() -> aTask().of(ADA).waiting()).limit(6),
                        Stream.of(aTask().of(ADMIN.id()).waiting()))
                .toList();

        AuditedAction deed = deed(tasks).orElseThrow();

        assertThat(deed.target()).isEqualTo(new AuditTarget(AuditTarget.Kind.TASKS, "6 tasks"));
        assertThat(deed.details())
                .startsWith("reverse_string of ada: " + tasks.get(0).id() + ", ")
                .endsWith(tasks.get(4).id() + ", …");
    }

    private static Optional<AuditedAction> deed(List<Task> changed) {
        return AuditForeignTasks.actionOnForeignTasks(
                ADMIN, ActionKind.TASK_CANCEL, changed, owners -> Map.of(ADA, "ada"));
    }
}
