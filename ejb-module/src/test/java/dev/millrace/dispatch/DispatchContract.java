package dev.millrace.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.catalogue.TestWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.QueueMode;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** From SQL to the stream: the choice and number of claims, and the safety of two leaders; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DispatchContract {
    private final TestDatabase database;
    private final TestRedis redis = new TestRedis();
    private final TaskRecords records;
    private final MutableClock clock = new MutableClock(NOW);
    private final TestWorkers workers = new TestWorkers(redis.client(), clock);
    private String queue;
    private TestNode one;
    private TestNode two;
    private QueueConsumers readers;

    DispatchContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewQueue() {
        redis.client().flushAll();
        queue = records.aQueue();
        one = new TestNode("n-1", queue, database, redis, clock);
        two = new TestNode("n-2", queue, database, redis, clock);
        readers = new QueueConsumers(redis.client(), queue);
    }

    @AfterAll
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void the_leader_dispatches_as_many_tasks_as_the_window_allows() {
        List<UUID> tasks = submitted(6);
        workers.sendHeartbeat("w-1", queue);

        assertThat(one.leader.once()).isEqualTo(StepResult.MORE);

        assertThat(readers.claims("w-1", 10)).extracting(Claim::taskId).isEqualTo(tasks.subList(0, 4));
        assertThat(states(tasks.subList(0, 4))).containsOnly(TaskState.QUEUED);
        assertThat(states(tasks.subList(4, 6))).containsOnly(TaskState.WAITING);
    }

    @Test
    void more_tasks_are_dispatched_when_a_worker_has_read_the_earlier_ones() {
        List<UUID> tasks = submitted(6);
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();

        assertThat(one.leader.once()).isEqualTo(StepResult.NONE);
        readers.read("w-1", 4);
        one.leader.once();

        assertThat(readers.claims("w-1", 10)).extracting(Claim::taskId).isEqualTo(tasks.subList(4, 6));
    }

    @Test
    void an_empty_line_is_looked_at_again_when_there_may_be_work_and_now_and_then() {
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();

        List<UUID> first = submitted(1);
        one.leader.once();
        assertThat(states(first)).as("nobody has said a word").containsOnly(TaskState.WAITING);
        one.leader.mayHaveWork();
        one.leader.once();
        assertThat(states(first)).containsOnly(TaskState.QUEUED);

        List<UUID> second = submitted(1);
        clock.advance(Duration.ofSeconds(1));
        one.leader.once();
        assertThat(states(second)).containsOnly(TaskState.QUEUED);
    }

    @Test
    void every_task_stays_in_sql_without_workers() {
        List<UUID> tasks = submitted(2);
        workers.sendStoppingHeartbeat("w-1", queue);

        assertThat(one.leader.once()).isEqualTo(StepResult.NONE);

        assertThat(states(tasks)).containsOnly(TaskState.WAITING);
        assertThat(readers.read("w-1", 10)).isEmpty();
    }

    @Test
    void the_owner_gets_an_event_that_the_task_is_queued() {
        UUID task = submitted(1).get(0);
        workers.sendHeartbeat("w-1", queue);

        one.leader.once();

        assertThat(one.published.kindsOf(task)).containsExactly("queued");
    }

    @Test
    void only_the_leader_dispatches() {
        List<UUID> tasks = submitted(1);
        workers.sendHeartbeat("w-1", queue);
        two.lease.acquireOrRenew();

        assertThat(one.leader.once()).isEqualTo(StepResult.NONE);

        assertThat(states(tasks)).containsOnly(TaskState.WAITING);
    }

    @Test
    void a_delayed_task_is_dispatched_once_it_is_due() {
        UUID task = records.submitted(queue, UUID.randomUUID(), aTask().notBefore(NOW.plusSeconds(60)));
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();
        assertThat(states(List.of(task))).containsOnly(TaskState.WAITING);

        clock.advance(Duration.ofSeconds(60));
        one.leader.once();

        assertThat(readers.claims("w-1", 1)).extracting(Claim::taskId).containsExactly(task);
    }

    @Test
    void a_task_that_a_leader_claimed_and_could_not_append_waits_for_the_next_at_once() {
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();
        redis.client().del(RedisNames.lease(queue));
        two.lease.acquireOrRenew();
        UUID task = submitted(1).get(0);

        one.dispatch.wakeUp();
        one.dispatch.once();

        assertThat(one.lease.token()).as("it has learned that it leads no more").isNull();
        assertThat(states(List.of(task))).containsOnly(TaskState.WAITING);
        assertThat(readers.read("w-1", 10)).isEmpty();

        two.leader.once();

        assertThat(readers.claims("w-1", 10)).containsExactly(new Claim(task, 2));
    }

    @Test
    void tasks_lost_with_a_wiped_redis_are_dispatched_again_under_a_new_claim() {
        UUID task = submitted(1).get(0);
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();
        redis.client().flushAll();
        workers.sendHeartbeat("w-1", queue);

        untilReclaimedBy(two);

        assertThat(readers.claims("w-1", 10)).containsExactly(new Claim(task, 2));
    }

    @Test
    void two_leaders_at_once_never_claim_the_same_task() {
        Set<UUID> tasks = Set.copyOf(submitted(60));
        TaskClaims claims = new TaskClaims(database);

        List<CompletableFuture<List<TaskDispatch>>> rounds = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> claims.due(queue, 10, NOW)))
                .limit(8)
                .toList();
        List<Claim> claimed = new ArrayList<>();
        rounds.forEach(round -> round.join().forEach(dispatch -> claimed.add(dispatch.claim())));
        claims.due(queue, 60, NOW).forEach(dispatch -> claimed.add(dispatch.claim()));

        assertThat(claimed).doesNotHaveDuplicates().extracting(Claim::number).containsOnly(1L);
        assertThat(claimed).extracting(Claim::taskId).hasSize(60).containsAll(tasks);
    }

    @Test
    void a_task_dispatched_twice_counts_under_its_last_claim_only() {
        UUID task = submitted(1).get(0);
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();
        Claim first = readers.claims("w-1", 1).get(0);
        redis.client().del(RedisNames.tasks(queue), RedisNames.lease(queue));

        untilReclaimedBy(two);
        Claim second = readers.claims("w-2", 1).get(0);

        assertThat(second).isEqualTo(new Claim(task, 2));
        assertThat(records.task(first).isCurrentClaim(first)).isFalse();
        assertThat(records.task(first).isCurrentClaim(second)).isTrue();
    }

    @Test
    void only_a_paused_queue_recalls_its_unread_tasks() {
        List<UUID> tasks = submitted(3);
        workers.sendHeartbeat("w-1", queue);
        one.leader.once();
        assertThat(readers.claims("w-1", 1)).extracting(Claim::taskId).containsExactly(tasks.get(0));

        one.recall.once();
        assertThat(states(tasks)).as("while it is open").containsOnly(TaskState.QUEUED);

        records.change(queue, QueueMode.PAUSED);
        one.recall.once();

        assertThat(states(tasks)).containsExactly(TaskState.QUEUED, TaskState.WAITING, TaskState.WAITING);
        assertThat(records.task(new Claim(tasks.get(1), 1)).attempt()).isEqualTo(1);
        assertThat(readers.read("w-1", 10)).isEmpty();
    }

    private void untilReclaimedBy(TestNode node) {
        clock.advance(TestNode.LOST_AFTER.plusMillis(1));
        node.leader.once();
        clock.advance(TestNode.LOST_AFTER);
        workers.sendHeartbeat("w-1", queue);
        node.leader.once();
    }

    private List<UUID> submitted(int count) {
        UUID owner = UUID.randomUUID();
        return Stream.generate(() -> records.submitted(queue, owner, aTask()))
                .limit(count)
                .toList();
    }

    private List<TaskState> states(List<UUID> tasks) {
        return tasks.stream()
                .map(task -> records.task(new Claim(task, 1)).state())
                .toList();
    }
}
