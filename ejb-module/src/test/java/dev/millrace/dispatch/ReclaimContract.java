package dev.millrace.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.StreamEntryID;

import dev.millrace.catalogue.TestWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** Which claims are reclaimed, and which are not; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReclaimContract {
    private static final Duration UNTIL_LOST = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT_LIVES = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final TestRedis redis = new TestRedis();
    private final TaskRecords records;
    private final MutableClock clock = new MutableClock(NOW);
    private final TestWorkers workers = new TestWorkers(redis.client(), clock);
    private String queue;
    private TestNode node;
    private TaskStream stream;

    ReclaimContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewQueue() {
        redis.client().flushAll();
        queue = records.aQueue();
        node = new TestNode("n-1", queue, database, redis, clock);
        stream = new TaskStream(redis.client(), queue);
    }

    @AfterAll
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void a_worker_is_ordered_again_to_stop_tasks_that_are_cancelled_finished_or_reclaimed() {
        Claim running = heldBy("w-1");
        Claim finished = heldBy("w-1");
        Claim cancelled = heldBy("w-1");
        Claim outdated = new Claim(running.taskId(), running.number() + 1);
        records.succeed(finished);
        records.change(cancelled, task -> task.start("w-1", NOW));
        records.change(cancelled, task -> task.requestCancel(NOW));
        assertThat(stateOf(cancelled)).as("until its worker obeys").isEqualTo(TaskState.RUNNING);

        workers.sendHeartbeat("w-1", queue, running, finished, cancelled, outdated);
        node.workers.refresh();

        node.stop.once();
        assertThat(node.stopped).containsExactlyInAnyOrder(finished, cancelled, outdated);

        node.stop.once();
        assertThat(node.stopped).as("while it goes on").hasSize(6);
    }

    @Test
    void tasks_of_a_worker_without_heartbeats_wait_again_and_lose_an_attempt() {
        Claim claim = heldBy("w-1");
        workers.die("w-1");

        node.reclaim.once();
        assertThat(stateOf(claim)).as("at first sight").isEqualTo(TaskState.QUEUED);
        clock.advance(UNTIL_LOST);
        node.reclaim.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.WAITING);
        assertThat(records.task(claim).attempt()).isEqualTo(2);
        assertThat(records.outcomes(claim)).containsExactly("lost");
        assertThat(node.published.kindsOf(claim.taskId())).containsExactly("queued", "waiting");
        assertThat(stream.claims()).isEmpty();
        assertThat(stream.consumers()).isEmpty();
    }

    @Test
    void a_worker_that_is_seen_again_meanwhile_keeps_its_tasks() {
        Claim claim = heldBy("w-1");
        workers.die("w-1");
        node.reclaim.once();
        workers.sendHeartbeat("w-1", queue, claim);
        clock.advance(Duration.ofSeconds(2));
        node.reclaim.once();

        workers.die("w-1");
        clock.advance(Duration.ofSeconds(2));
        node.reclaim.once();

        assertThat(stateOf(claim)).as("the silence begins anew").isEqualTo(TaskState.QUEUED);
    }

    @Test
    void a_long_task_stays_with_its_live_worker() {
        Claim claim = heldBy("w-1");

        for (int hour = 0; hour < 10; hour++) {
            clock.advance(Duration.ofHours(1));
            node.reclaim.once();
        }

        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);
        assertThat(stream.pendingOf("w-1", 10)).hasSize(1);
    }

    @Test
    void a_task_that_kills_its_workers_fails_in_the_end() {
        Claim claim = heldBy("w-1", aTask().withAttempts(2));
        diesFor("w-1");

        takenBy("w-2");
        diesFor("w-2");

        assertThat(stateOf(claim)).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorType()).isEqualTo("WorkerLost");
        assertThat(records.outcomes(claim)).containsExactly("lost", "lost");
    }

    @Test
    void a_claim_that_redis_lost_is_dispatched_again_and_costs_no_attempt() {
        Claim claim = dispatched();
        redis.client().del(RedisNames.tasks(queue));

        clock.advance(TestNode.LOST_AFTER.plusMillis(1));
        node.reclaim.once();
        assertThat(stateOf(claim)).as("at first sight").isEqualTo(TaskState.QUEUED);
        clock.advance(TestNode.LOST_AFTER);
        node.reclaim.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.WAITING);
        assertThat(records.task(claim).attempt()).isEqualTo(1);
        assertThat(records.lines(claim)).singleElement().asString().contains("queued again");
    }

    @Test
    void a_repeatedly_lost_claim_costs_an_attempt_and_appears_in_the_timeline() {
        UUID task = records.submitted(queue, UUID.randomUUID(), aTask().withAttempts(2));
        Claim claim = new Claim(task, 1);
        for (int attempt = 1; attempt <= 2; attempt++) {
            for (int i = 0; i <= TaskRecords.SETTINGS.maxLost(); i++) {
                assertThat(records.task(claim).attempt()).isEqualTo(attempt);
                startsAndIsLost();
            }
        }

        assertThat(stateOf(claim)).isEqualTo(TaskState.FAILED);
        assertThat(records.task(claim).errorType()).isEqualTo("ClaimLost");
        assertThat(records.task(claim).errorMessage()).contains("w-1 started it", "3 times in a row");
        assertThat(records.outcomes(claim)).containsExactly("lost", "lost");
        assertThat(records.lines(claim))
                .hasSize(2 * TaskRecords.SETTINGS.maxLost())
                .allSatisfy(line -> assertThat(line).contains("w-1 started it", "queued again"));
    }

    @Test
    void a_worker_that_dies_with_a_copy_of_a_dispatch_does_not_affect_the_holder() {
        Claim claim = heldBy("w-2");
        records.change(claim, task -> task.start("w-1", NOW));
        workers.sendHeartbeat("w-1", queue, claim);
        workers.die("w-2");

        node.reclaim.once();
        clock.advance(UNTIL_LOST);
        node.reclaim.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.RUNNING);
        assertThat(records.outcomes(claim)).isEmpty();
        assertThat(stream.claims()).isEmpty();
    }

    @Test
    void an_unread_claim_in_the_stream_is_not_lost() {
        Claim claim = dispatched();

        longEnough();

        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void a_claim_in_a_workers_heartbeat_survives_a_wiped_redis() {
        Claim claim = heldBy("w-1");
        redis.client().flushAll();
        workers.sendHeartbeat("w-1", queue, claim);

        longEnough();

        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void a_claim_with_an_unread_report_is_not_reclaimed() {
        Claim claim = heldBy("w-1");
        redis.client().flushAll();
        redis.client()
                .xadd(
                        RedisNames.results(queue),
                        StreamEntryID.NEW_ENTRY,
                        new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, "{}").toFields());

        longEnough();

        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void an_older_claim_of_the_same_task_does_not_hide_that_the_present_one_is_lost() {
        Claim first = heldBy("w-1");
        node.reclaim.once();
        database.inTransaction(em -> TaskClaims.endClaims(em).reclaimUntraceable(List.of(first), NOW));
        Claim second = takenBy("w-2");
        redis.client().del(RedisNames.tasks(queue));
        workers.sendHeartbeat("w-1", queue, first);

        longEnough();

        assertThat(second.number()).isEqualTo(2);
        assertThat(stateOf(second)).isEqualTo(TaskState.WAITING);
    }

    @Test
    void an_outage_restarts_the_time_of_missing_workers() {
        Claim claim = heldBy("w-1");
        workers.die("w-1");
        node.reclaim.once();
        clock.advance(UNTIL_LOST);

        node.reclaim.clearCandidates();
        node.reclaim.once();

        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void a_worker_has_one_heartbeat_lifetime_after_an_outage_to_reappear() {
        Claim claim = heldBy("w-1");
        workers.die("w-1");
        node.reclaim.clearCandidates();

        node.reclaim.once();
        clock.advance(HEARTBEAT_LIVES.minusMillis(1));
        node.reclaim.once();
        workers.sendHeartbeat("w-1", queue);
        diesFor("w-2");
        assertThat(stateOf(claim)).isEqualTo(TaskState.QUEUED);

        diesFor("w-1");
        assertThat(stateOf(claim)).isEqualTo(TaskState.WAITING);
    }

    @Test
    void a_frozen_worker_that_reads_before_its_heartbeat_is_not_dead_at_once() {
        heldBy("w-1");
        diesFor("w-1");
        workers.sendHeartbeat("w-2", queue);
        dispatch();
        Claim second =
                new QueueConsumers(redis.client(), queue).claims("w-1", 1).get(0);

        node.reclaim.once();
        workers.sendHeartbeat("w-1", queue);
        clock.advance(UNTIL_LOST);
        node.reclaim.once();

        assertThat(records.task(second).isCurrentClaim(second)).isTrue();
        assertThat(records.task(second).attempt()).isEqualTo(2);
    }

    @Test
    void a_task_with_an_outcome_is_not_reclaimed() {
        Claim claim = heldBy("w-1");
        records.change(claim, task -> task.succeed("{}", "w-1", NOW));

        diesFor("w-1");

        assertThat(stateOf(claim)).isEqualTo(TaskState.SUCCEEDED);
        assertThat(stream.claims()).isEmpty();
    }

    /** A new task that the worker has read. */
    private Claim heldBy(String worker) {
        return heldBy(worker, aTask());
    }

    private Claim heldBy(String worker, TaskBuilder task) {
        records.submitted(queue, UUID.randomUUID(), task);
        return takenBy(worker);
    }

    private Claim takenBy(String worker) {
        workers.sendHeartbeat(worker, queue);
        dispatch();
        return new QueueConsumers(redis.client(), queue).claims(worker, 1).get(0);
    }

    /** A new task in the stream that no worker has read. */
    private Claim dispatched() {
        UUID task = records.submitted(queue, UUID.randomUUID(), aTask());
        workers.sendHeartbeat("w-0", queue);
        dispatch();
        return new Claim(task, stream.claims().get(task));
    }

    private void dispatch() {
        assertThat(node.lease.acquireOrRenew()).isTrue();
        node.workers.refresh();
        node.dispatch.wakeUp();
        node.dispatch.once();
    }

    private void diesFor(String worker) {
        workers.die(worker);
        node.reclaim.once();
        clock.advance(UNTIL_LOST);
        node.reclaim.once();
    }

    /** A worker starts the next task of the queue, and then neither Redis nor the worker knows its claim. */
    private void startsAndIsLost() {
        clock.advance(Duration.ofDays(1)); // longer than any backoff
        database.inTransaction(em -> TaskClaims.claimTasks(em).promoteDue(queue, clock.instant()));
        records.change(takenBy("w-1"), task -> task.start("w-1", clock.instant()));
        redis.client().del(RedisNames.tasks(queue));
        workers.sendHeartbeat("w-1", queue);
        longEnough();
    }

    private void longEnough() {
        clock.advance(TestNode.LOST_AFTER.plusMillis(1));
        node.reclaim.once();
        clock.advance(TestNode.LOST_AFTER);
        node.reclaim.once();
    }

    private TaskState stateOf(Claim claim) {
        return records.task(claim).state();
    }
}
