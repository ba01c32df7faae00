package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.account.TestAccounts;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.TaskRecords;

import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** The owners of the tasks that workers hold; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningTasksContract {
    private final TestDatabase database;
    private final TaskRecords records;

    RunningTasksContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_held_task_is_shown_with_its_owners_name() {
        UUID owner = TestAccounts.opened(database, "miller");
        UUID task = records.submitted(records.aQueue(), owner, aTask());

        RunningTasks.TaskWithOwner held = held(task).get(task);

        assertThat(held.username()).isEqualTo("miller");
        assertThat(held.task().type()).isEqualTo("reverse_string");
    }

    @Test
    void a_task_of_a_deleted_user_has_no_owner_name_and_a_deleted_task_is_omitted() {
        UUID orphan = records.submitted(records.aQueue(), UUID.randomUUID(), aTask());
        UUID gone = UUID.randomUUID();

        Map<UUID, RunningTasks.TaskWithOwner> held = held(orphan, gone);

        assertThat(held).containsOnlyKeys(orphan);
        assertThat(held.get(orphan).username()).isNull();
    }

    private Map<UUID, RunningTasks.TaskWithOwner> held(UUID... tasks) {
        return database.inTransaction(em -> new RunningTasks(em).find(List.of(tasks)));
    }
}
