package dev.millrace.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.result.TaskReports;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.lifecycle.TaskFinishedEvents;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** Users' operations on existing tasks; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskOperationsContract {
    private final TestDatabase database;
    private final TaskRecords records;
    private final TaskClaims claims;
    private final TaskReports reports;
    private final List<Task> ended = new ArrayList<>();

    TaskOperationsContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.claims = new TaskClaims(database);
        this.reports = new TaskReports(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    void close() throws IOException {
        database.close();
    }

    @Test
    void a_waiting_task_is_cancelled_at_once_and_never_dispatched() {
        String queue = records.aQueue();
        UUID task = records.submitted(queue, UUID.randomUUID(), aTask());

        OperationResult done = cancel(task);

        assertThat(done.events()).extracting(TaskEvent::kind).containsExactly("cancelled");
        assertThat(done.withdrawn()).isEmpty();
        assertThat(claims.due(queue, 10, NOW)).isEmpty();
        assertThat(ended).extracting(Task::id).contains(task);
    }

    @Test
    void a_queued_task_is_cancelled_at_once_and_later_reports_change_nothing() {
        Claim claim = aQueuedClaim(aTask());

        OperationResult done = cancel(claim.taskId());
        reports.apply(new WorkerReport.Started(claim, "w-1", NOW));
        reports.apply(new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, "{}"));

        assertThat(done.withdrawn().values()).singleElement().satisfies(stopped -> assertThat(stopped)
                .containsExactly(claim));
        assertThat(records.task(claim).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(records.task(claim).hasResult()).isFalse();
    }

    @Test
    void a_running_task_is_cancelled_once_its_worker_stops_it() {
        Claim claim = aRunningClaim(aTask());

        OperationResult done = cancel(claim.taskId());
        TaskState asked = records.task(claim).state();
        reports.apply(new WorkerReport.Cancelled(claim, "w-1", NOW, NOW));

        assertThat(done.withdrawn()).hasSize(1);
        assertThat(asked).isEqualTo(TaskState.RUNNING);
        assertThat(records.task(claim).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_task_to_be_cancelled_is_not_retried_after_its_worker_dies() {
        Claim claim = aRunningClaim(aTask().withAttempts(5));
        cancel(claim.taskId());

        claims.workerDied(claim, NOW);

        assertThat(records.task(claim).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_task_to_be_cancelled_is_not_retried_after_its_attempt_fails_or_is_released() {
        Claim failing = aRunningClaim(aTask().withAttempts(5));
        Claim released = aRunningClaim(aTask());
        cancel(failing.taskId());
        cancel(released.taskId());

        reports.apply(failed(failing));
        reports.apply(new WorkerReport.Released(released, "w-1", NOW, "the worker stops"));

        assertThat(records.task(failing).state()).isEqualTo(TaskState.CANCELLED);
        assertThat(records.task(released).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_finished_task_cannot_be_cancelled() {
        Claim claim = aRunningClaim(aTask());
        reports.apply(new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, "{}"));

        OperationResult done = cancel(claim.taskId());

        assertThat(done.changed()).isEmpty();
        assertThat(records.task(claim).state()).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void a_failed_task_is_retried_with_one_attempt_more_and_other_parameters() {
        Claim claim = aRunningClaim(aTask().withAttempts(1));
        reports.apply(failed(claim));

        OperationResult done = retry(claim.taskId(), "{\"text\":\"other\"}");
        var again = claims.due(records.task(claim).queue(), 1, NOW);

        assertThat(done.events()).extracting(TaskEvent::kind).containsExactly("waiting");
        assertThat(again).singleElement().satisfies(dispatch -> {
            assertThat(dispatch.claim().taskId()).isEqualTo(claim.taskId());
            assertThat(dispatch.attempt()).isEqualTo(2);
            assertThat(dispatch.parameters()).isEqualTo("{\"text\":\"other\"}");
        });
        assertThat(records.task(claim).errorType()).isNull();
        assertThat(records.task(claim).maxAttempts()).isEqualTo(2);
    }

    @Test
    void long_parameters_replace_short_ones_and_the_other_way_round() {
        Claim claim = aRunningClaim(aTask().withAttempts(1));
        String longJson = "{\"text\":\"" + "x".repeat(50_000) + "\"}";
        reports.apply(failed(claim));
        retry(claim.taskId(), longJson);
        Claim second = claims.due(records.task(claim).queue(), 1, NOW).get(0).claim();
        assertThat(records.detail(second).parameters()).isEqualTo(longJson);
        reports.apply(failed(second));

        retry(claim.taskId(), "{}");

        assertThat(records.detail(claim).parameters()).isEqualTo("{}");
    }

    @Test
    void a_task_that_succeeded_or_still_runs_is_not_retried() {
        Claim running = aRunningClaim(aTask());
        Claim succeeded = aRunningClaim(aTask());
        reports.apply(new WorkerReport.Succeeded(succeeded, "w-1", NOW, NOW, "{}"));

        assertThat(retry(running.taskId(), null).changed()).isEmpty();
        assertThat(retry(succeeded.taskId(), null).changed()).isEmpty();
    }

    @Test
    void a_task_no_worker_can_run_waits_longer_each_time_and_loses_no_attempt() {
        Claim claim = aQueuedClaim(aTask());
        String queue = records.task(claim).queue();

        reports.apply(new WorkerReport.Released(claim, "w-1", NOW, "unknown here", true));
        assertThat(claims.due(queue, 1, NOW)).isEmpty();
        Claim second = claims.due(queue, 1, NOW.plusSeconds(1)).get(0).claim();
        reports.apply(new WorkerReport.Released(second, "w-1", NOW, "unknown here", true));

        assertThat(claims.due(queue, 1, NOW.plus(Duration.ofMillis(1_999)))).isEmpty();
        assertThat(claims.due(queue, 1, NOW.plusSeconds(2))).hasSize(1);
        assertThat(records.task(claim).attempt()).isEqualTo(1);
    }

    @Test
    void a_new_priority_moves_a_waiting_task_at_once_and_its_timeline_names_the_user() {
        String queue = records.aQueue();
        records.submitted(queue, UUID.randomUUID(), aTask().withPriority(5));
        UUID last = records.submitted(queue, UUID.randomUUID(), aTask().withPriority(1));

        OperationResult done = change(last, new TaskChange(9, false, null));

        assertThat(done.events()).extracting(TaskEvent::kind).containsExactly("waiting");
        assertThat(claims.due(queue, 1, NOW).get(0).claim().taskId()).isEqualTo(last);
        assertThat(records.lines(new Claim(last, 1))).containsExactly("ada set the priority to 9.");
    }

    @Test
    void a_delayed_task_is_called_forward_and_one_in_line_is_put_off() {
        String queue = records.aQueue();
        Instant later = NOW.plusSeconds(60);
        UUID delayed = records.submitted(queue, UUID.randomUUID(), aTask().notBefore(later));
        UUID unchanged = records.submitted(queue, UUID.randomUUID(), aTask());

        change(delayed, new TaskChange(null, true, null));
        change(unchanged, new TaskChange(null, true, later));

        assertThat(claims.due(queue, 10, NOW))
                .extracting(dispatch -> dispatch.claim().taskId())
                .containsExactly(delayed);
        assertThat(claims.due(queue, 10, later))
                .extracting(dispatch -> dispatch.claim().taskId())
                .containsExactly(unchanged);
    }

    @Test
    void a_task_that_no_longer_waits_is_not_changed() {
        Claim claim = aQueuedClaim(aTask().withPriority(5));

        assertThat(change(claim.taskId(), new TaskChange(9, false, null)).changed())
                .isEmpty();
        assertThat(records.task(claim).priority()).isEqualTo(5);
    }

    @Test
    void a_finished_task_is_deleted_with_all_its_rows() {
        Claim claim =
                aRunningClaim(aTask().withAttempts(1).withParameters("{\"text\":\"" + "x".repeat(50_000) + "\"}"));
        reports.apply(new WorkerReport.Log(claim, "w-1", NOW, "a line"));
        reports.apply(failed(claim));

        OperationResult done = delete(claim.taskId());

        assertThat(done.events()).extracting(TaskEvent::kind).containsExactly("deleted");
        assertThat(records.task(claim)).isNull();
        assertThat(records.rowsAbout(claim.taskId())).isZero();
    }

    @Test
    void an_unfinished_task_is_not_deleted() {
        Claim claim = aRunningClaim(aTask());

        assertThat(delete(claim.taskId()).changed()).isEmpty();
        assertThat(records.task(claim).state()).isEqualTo(TaskState.RUNNING);
    }

    private OperationResult change(UUID task, TaskChange change) {
        return database.inTransaction(
                em -> new ChangeTasks(em, new FairQueue(), new Queues(em)).change(List.of(task), change, "ada", NOW));
    }

    private OperationResult delete(UUID task) {
        return database.inTransaction(em -> new DeleteTasks(em).delete(List.of(task), NOW));
    }

    private Claim aQueuedClaim(TaskBuilder task) {
        String queue = records.aQueue();
        records.submitted(queue, UUID.randomUUID(), task);
        return claims.due(queue, 1, NOW).get(0).claim();
    }

    private Claim aRunningClaim(TaskBuilder task) {
        Claim claim = aQueuedClaim(task);
        reports.apply(new WorkerReport.Started(claim, "w-1", NOW));
        return claim;
    }

    private OperationResult cancel(UUID task) {
        return database.inTransaction(
                em -> new CancelTasks(em, new TaskFinishedEvents(event -> ended.add(event.task())))
                        .cancel(List.of(task), "ada", NOW));
    }

    private OperationResult retry(UUID task, String parameters) {
        return database.inTransaction(em ->
                new RetryTasks(em, new FairQueue(), (type, json) -> null).retry(List.of(task), parameters, "ada", NOW));
    }

    private static WorkerReport failed(Claim claim) {
        return new WorkerReport.Failed(
                claim, "w-1", NOW, NOW, new AttemptError("Broken", "broken", "at X"), true, Duration.ZERO);
    }
}
