package dev.millrace.task;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.dispatch.TaskClaims;
import dev.millrace.limit.BacklogFull;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Rejected submissions; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdmissionControlContract {
    private final TestDatabase database;
    private final TaskRecords records;
    private final UUID owner = UUID.randomUUID();
    private String queue;

    AdmissionControlContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewQueue() {
        queue = records.aQueue();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_draining_queue_rejects_new_tasks_and_dispatches_existing_ones() {
        UUID before = records.submitted(queue, owner, aTask());
        records.change(queue, QueueMode.DRAINING);

        assertThatThrownBy(() -> records.submitted(queue, owner, aTask()))
                .isInstanceOf(QueueDraining.class)
                .hasMessageContaining("is being drained")
                .hasMessageNotContaining(queue);
        assertThat(new TaskClaims(database).due(queue, 10, NOW))
                .extracting(dispatch -> dispatch.claim().taskId())
                .containsExactly(before);
    }

    @Test
    void a_paused_queue_accepts_tasks_and_dispatches_none() {
        records.change(queue, QueueMode.PAUSED);
        records.submitted(queue, owner, aTask());

        assertThat(new TaskClaims(database).due(queue, 10, NOW)).isEmpty();
        records.change(queue, QueueMode.OPEN);
        assertThat(new TaskClaims(database).due(queue, 10, NOW)).hasSize(1);
    }

    @Test
    void a_user_with_the_maximum_of_waiting_tasks_is_rejected_for_now() {
        TaskSubmissions three = new TaskSubmissions().withWaitingAtMost(3);
        UUID user = UUID.randomUUID();
        submit(three, user, 3);

        BacklogFull rejection = catchThrowableOfType(BacklogFull.class, () -> submit(three, user, 1));

        assertThat(rejection.retryAfter()).isPresent();
        assertThat(submit(three, UUID.randomUUID(), 1)).hasSize(1);
    }

    @Test
    void a_batch_beyond_the_limit_is_rejected_as_a_whole() {
        TaskSubmissions three = new TaskSubmissions().withWaitingAtMost(3);
        UUID user = UUID.randomUUID();

        assertThatThrownBy(() -> submit(three, user, 4)).isInstanceOf(BacklogFull.class);

        assertThat(submit(three, user, 3)).hasSize(3);
    }

    private List<Task> submit(TaskSubmissions submissions, UUID user, int count) {
        TaskPlan plan = aTask().in(queue).plan();
        return database.inTransaction(
                em -> submissions.in(em).insertTasks(user, Collections.nCopies(count, plan), NOW));
    }
}
