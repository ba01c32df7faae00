package dev.millrace.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.task.Task;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;
import dev.millrace.task.lifecycle.TaskLifecycleEvent;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** A task's life in SQL, from submission to outcome; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskLifecycleContract {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant STARTED = NOW.minusSeconds(1);

    private final TestDatabase database;
    private final TaskRecords records;
    private final TaskClaims claims;
    private final List<TaskLifecycleEvent> fired = new ArrayList<>();

    TaskLifecycleContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.claims = new TaskClaims(database);
    }

    @BeforeEach
    void nothingHappenedYet() {
        fired.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void tasks_are_dispatched_by_priority_then_fair_share_then_age() {
        String queue = records.aQueue();
        UUID busy = UUID.randomUUID();
        UUID quiet = UUID.randomUUID();
        UUID first = records.submitted(queue, busy, aTask());
        UUID second = records.submitted(queue, busy, aTask());
        UUID third = records.submitted(queue, busy, aTask());
        UUID other = records.submitted(queue, quiet, aTask());
        UUID urgent = records.submitted(queue, busy, aTask().withPriority(9));

        List<UUID> order = claims.due(queue, 10, NOW).stream()
                .map(dispatch -> dispatch.claim().taskId())
                .toList();

        assertThat(order.get(0)).isEqualTo(urgent);
        assertThat(order.subList(1, 3)).containsExactlyInAnyOrder(first, other);
        assertThat(order.subList(3, 5)).containsExactly(second, third);
    }

    @Test
    void a_task_is_claimed_once_and_with_all_its_parameters() {
        String queue = records.aQueue();
        String longJson = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
        records.submitted(queue, UUID.randomUUID(), aTask().withParameters(longJson));

        List<TaskDispatch> claimed = claims.due(queue, 5, NOW);

        assertThat(claimed).singleElement().extracting(TaskDispatch::parameters).isEqualTo(longJson);
        assertThat(claims.due(queue, 5, NOW)).isEmpty();
    }

    @Test
    void numbers_keep_every_digit_from_the_request_to_the_answer() {
        String numbers = "{\"amount\":12345678901234567.89,\"units\":9007199254740993,\"small\":1E-30,\"one\":1.00}";
        String queue = records.aQueue();
        var request = ParseTaskRequests.parseOne("{\"type\":\"t\",\"parameters\":" + numbers + "}");
        records.submitted(
                queue,
                UUID.randomUUID(),
                aTask().withParameters(request.parameters().toString()));

        TaskDispatch dispatch = claims.due(queue, 1, NOW).get(0);
        apply(
                new WorkerReport.Started(dispatch.claim(), "w-1", NOW),
                new WorkerReport.Succeeded(dispatch.claim(), "w-1", NOW, STARTED, numbers));

        assertThat(dispatch.parameters()).isEqualTo(numbers);
        assertThat(TaskView.of(records.detail(dispatch.claim()), null, null))
                .contains("\"parameters\":" + numbers, "\"result\":" + numbers);
    }

    @Test
    void a_delayed_task_waits_for_its_time() {
        String queue = records.aQueue();
        records.submitted(queue, UUID.randomUUID(), aTask().notBefore(NOW.plusSeconds(60)));

        assertThat(claims.due(queue, 5, NOW.plusSeconds(59))).isEmpty();
        assertThat(claims.due(queue, 5, NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void a_result_is_written_once_and_published_in_order() {
        Claim claim = aRunningClaim();
        var outcome = new WorkerReport.Succeeded(claim, "w-1", NOW, STARTED, "{\"reversedText\":\"llim\"}");

        List<TaskEvent> published = apply(
                new WorkerReport.Progress(claim, "w-1", NOW, 0.2, null),
                new WorkerReport.Progress(claim, "w-1", NOW, 0.9, "soon"),
                outcome);
        List<TaskEvent> publishedAgain = apply(outcome);

        assertThat(published).extracting(TaskEvent::kind).containsExactly("progress", "succeeded");
        assertThat(published.get(0).data()).contains("0.9");
        assertThat(publishedAgain).isEmpty();
        assertThat(records.task(claim).result()).isEqualTo("{\"reversedText\":\"llim\"}");
        assertThat(records.outcomes(claim)).containsExactly("succeeded");
    }

    @Test
    void metrics_count_each_attempt_once() {
        Claim first = aRunningClaim();
        apply(failed(first, true));
        apply(failed(first, true));
        String queue = records.task(first).queue();

        assertThat(fired)
                .containsExactly(
                        new TaskLifecycleEvent.AttemptStarted(queue, "reverse_string", Duration.ZERO),
                        new TaskLifecycleEvent.AttemptFinished(queue, "reverse_string", Duration.ofSeconds(1)),
                        new TaskLifecycleEvent.Retried(queue, "reverse_string"));
    }

    @Test
    void a_late_outcome_of_a_lost_claim_changes_nothing() {
        Claim lost = aRunningClaim();
        claims.workerDied(lost, NOW);
        Claim current = claims.due(records.task(lost).queue(), 1, NOW).get(0).claim();

        List<TaskEvent> published = apply(new WorkerReport.Succeeded(lost, "w-1", NOW, STARTED, "{}"));

        assertThat(published).isEmpty();
        assertThat(current.number()).isEqualTo(lost.number() + 1);
        assertThat(records.task(current).state()).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void a_failed_attempt_waits_for_the_next_until_all_are_used_up() {
        Claim first = aRunningClaim(aTask().withAttempts(2));
        apply(failed(first, true));

        assertThat(records.task(first).state()).isEqualTo(TaskState.WAITING);
        assertThat(records.task(first).attempt()).isEqualTo(2);

        Claim second = claims.due(records.task(first).queue(), 1, NOW.plus(Duration.ofDays(1)))
                .get(0)
                .claim();
        apply(failed(second, true));

        assertThat(records.task(second).state()).isEqualTo(TaskState.FAILED);
        assertThat(records.outcomes(second)).containsExactly("failed", "failed");
    }

    @Test
    void an_error_that_no_retry_can_help_ends_the_task() {
        Claim claim = aRunningClaim();

        apply(failed(claim, false));

        assertThat(records.task(claim).state()).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorMessage()).isEqualTo("broken");
    }

    @Test
    void a_released_task_waits_again_without_costing_an_attempt() {
        Claim claim = aRunningClaim();

        apply(new WorkerReport.Released(claim, "w-1", NOW, "the worker stops"));

        assertThat(records.task(claim).state()).isEqualTo(TaskState.WAITING);
        assertThat(records.task(claim).attempt()).isEqualTo(1);
        assertThat(claims.due(records.task(claim).queue(), 1, NOW)).hasSize(1);
    }

    @Test
    void a_result_that_is_no_json_fails_the_task() {
        Claim claim = aRunningClaim();

        apply(new WorkerReport.Succeeded(claim, "w-1", NOW, STARTED, "{broken"));

        assertThat(records.task(claim).state()).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorType()).isEqualTo("InvalidResult");
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void the_servers_clock_decides_not_the_workers(int daysOff) {
        Instant elsewhere = NOW.plus(Duration.ofDays(daysOff));
        Claim claim = aQueuedClaim(aTask());

        List<TaskEvent> published = apply(
                new WorkerReport.Started(claim, "w-1", elsewhere),
                new WorkerReport.Progress(claim, "w-1", elsewhere, 0.5, null),
                new WorkerReport.Log(claim, "w-1", elsewhere, "row 7"),
                new WorkerReport.Succeeded(claim, "w-1", elsewhere.plusSeconds(2), elsewhere, "{}"));

        Task task = records.task(claim);
        assertThat(task.startedAt()).isEqualTo(NOW);
        assertThat(task.finishedAt()).isEqualTo(NOW);
        assertThat(published).extracting(TaskEvent::time).containsOnly(NOW);
        assertThat(TaskView.of(records.detail(claim), null, null))
                .doesNotContain(elsewhere.toString().substring(0, 10));
        assertThat(fired)
                .contains(new TaskLifecycleEvent.AttemptFinished(task.queue(), task.type(), Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void the_times_of_failed_and_cancelled_attempts_are_the_server_s_too(int daysOff) {
        Instant elsewhere = NOW.plus(Duration.ofDays(daysOff));
        Claim failed = aQueuedClaim(aTask().withAttempts(1));
        Claim cancelled = aQueuedClaim(aTask());

        apply(
                new WorkerReport.Failed(
                        failed, "w-1", elsewhere, elsewhere, new AttemptError("Broken", null, null), true, null),
                new WorkerReport.Cancelled(cancelled, "w-1", elsewhere, elsewhere));

        assertThat(records.task(failed).finishedAt()).isEqualTo(NOW);
        assertThat(records.task(cancelled).finishedAt()).isEqualTo(NOW);
        for (Claim claim : List.of(failed, cancelled)) {
            assertThat(TaskView.of(records.detail(claim), null, null))
                    .doesNotContain(elsewhere.toString().substring(0, 10));
        }
    }

    @Test
    void a_repeatedly_released_task_loses_an_attempt() {
        Claim claim = aQueuedClaim(aTask().withAttempts(2));

        for (int i = 1; i <= TaskRecords.SETTINGS.maxLost(); i++) {
            apply(new ReceivedReport(
                    i + "-1", new WorkerReport.Released(claim, "w-1", NOW, "the worker stops"), false));
            assertThat(records.task(claim).attempt()).isEqualTo(1);
            claim = claims.due(records.task(claim).queue(), 1, NOW).get(0).claim();
        }
        apply(new WorkerReport.Released(claim, "w-1", NOW, "the worker stops"));

        assertThat(records.task(claim).attempt()).isEqualTo(2);
        assertThat(records.task(claim).errorType()).isEqualTo("HandedBack");
        assertThat(records.outcomes(claim)).containsExactly("lost");
        assertThat(records.lines(claim)).containsExactly("the worker stops (1 of 2)", "the worker stops (2 of 2)");
    }

    @Test
    void a_task_that_bounces_between_workers_that_cannot_run_it_ends() {
        Claim claim = aQueuedClaim(aTask().withAttempts(1));
        Instant later = NOW.plus(Duration.ofDays(1));

        for (int i = 1; i <= TaskRecords.SETTINGS.maxUnsuited(); i++) {
            apply(new ReceivedReport(
                    i + "-1", new WorkerReport.Released(claim, "w-1", NOW, "w-1 does not know it", true), false));
            claim = claims.due(records.task(claim).queue(), 1, later).get(0).claim();
        }
        apply(new WorkerReport.Released(claim, "w-1", NOW, "w-1 does not know it", true));

        assertThat(records.task(claim).state()).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorType()).isEqualTo("NoSuitableWorker");
        assertThat(records.task(claim).errorMessage()).contains("w-1 does not know it", "4 times in a row");
    }

    @Test
    void a_result_beyond_all_reason_fails_the_task() {
        Claim claim = aRunningClaim();

        apply(new WorkerReport.Succeeded(claim, "w-1", NOW, STARTED, "\"" + "x".repeat(5_000_000) + "\""));

        assertThat(records.task(claim).errorType()).isEqualTo("ResultTooLarge");
        assertThat(records.task(claim).state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void a_repeated_log_line_is_stored_once() {
        Claim claim = aRunningClaim();
        var line = new WorkerReport.Log(claim, "w-1", NOW, "row 7");

        apply(new ReceivedReport("1-0", line, false));
        apply(new ReceivedReport("1-0", line, true));

        assertThat(records.lines(claim)).containsExactly("row 7");
    }

    @Test
    void a_long_result_is_stored_beside_the_task() {
        Claim claim = aRunningClaim();
        String longJson = "\"" + "y".repeat(50_000) + "\"";

        List<TaskEvent> published = apply(new WorkerReport.Succeeded(claim, "w-1", NOW, STARTED, longJson));

        assertThat(published.get(0).data()).contains("\"resultOmitted\":true").doesNotContain("yyy");
        assertThat(records.detail(claim).result()).isEqualTo(longJson);
    }

    private Claim aRunningClaim() {
        return aRunningClaim(aTask());
    }

    private Claim aQueuedClaim(TaskBuilder task) {
        String queue = records.aQueue();
        records.submitted(queue, UUID.randomUUID(), task);
        return claims.due(queue, 1, NOW).get(0).claim();
    }

    private Claim aRunningClaim(TaskBuilder task) {
        Claim claim = aQueuedClaim(task);
        apply(new WorkerReport.Started(claim, "w-1", NOW));
        return claim;
    }

    private static WorkerReport failed(Claim claim, boolean retry) {
        return new WorkerReport.Failed(
                claim, "w-1", NOW, STARTED, new AttemptError("Broken", "broken", "at X"), retry, null);
    }

    private List<TaskEvent> apply(WorkerReport... reports) {
        return apply(IntStream.range(0, reports.length)
                .mapToObj(i -> new ReceivedReport(i + "-0", reports[i], false))
                .toArray(ReceivedReport[]::new));
    }

    private List<TaskEvent> apply(ReceivedReport... reports) {
        return database.inTransaction(em -> new ApplyReports(
                        em,
                        TaskRecords.SETTINGS,
                        CLOCK,
                        new TaskFinishedEvents(ended -> {}),
                        new TaskLifecycle(fired::add))
                .apply(List.of(reports)));
    }
}
