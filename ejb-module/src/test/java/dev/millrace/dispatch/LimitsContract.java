package dev.millrace.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.limit.TypeLimit;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.QueueMode;
import dev.millrace.task.TaskRecords;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** The limits that park tasks; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LimitsContract {
    private final TestDatabase database;
    private final TaskRecords records;

    LimitsContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @AfterAll
    void close() throws IOException {
        database.close();
    }

    @Test
    void a_types_concurrency_is_never_exceeded_and_the_oldest_parked_task_follows() {
        String queue = records.aQueue();
        TaskClaims claims = new TaskClaims(database).limiting("bounded", new TypeLimit(2, null, null));
        List<UUID> tasks = IntStream.range(0, 5)
                .mapToObj(i -> records.submitted(
                        queue, UUID.randomUUID(), aTask().ofType("bounded").taggedWith(i)))
                .toList();

        List<TaskDispatch> first = claims.due(queue, 10, NOW);
        List<TaskDispatch> none = claims.due(queue, 10, NOW);
        records.succeed(first.get(0).claim());
        List<TaskDispatch> next = claims.due(queue, 10, NOW);

        assertThat(ids(first)).isEqualTo(tasks.subList(0, 2));
        assertThat(none).isEmpty();
        assertThat(ids(next)).containsExactly(tasks.get(2));
    }

    @Test
    void a_types_concurrency_limits_all_queues_together() {
        String queue = records.aQueue();
        String other = records.aQueue();
        TaskClaims claims = new TaskClaims(database).limiting("shared", new TypeLimit(1, null, null));
        records.submitted(queue, UUID.randomUUID(), aTask().ofType("shared"));
        records.submitted(other, UUID.randomUUID(), aTask().ofType("shared"));

        List<TaskDispatch> first = claims.due(queue, 10, NOW);

        assertThat(first).hasSize(1);
        assertThat(claims.due(other, 10, NOW)).isEmpty();
        records.succeed(first.get(0).claim());
        assertThat(claims.due(other, 10, NOW)).hasSize(1);
    }

    @Test
    void a_limited_type_is_not_in_the_way_of_others() {
        String queue = records.aQueue();
        TaskClaims claims = new TaskClaims(database).limiting("slow", new TypeLimit(1, null, null));
        for (int i = 0; i < 50; i++) {
            records.submitted(queue, UUID.randomUUID(), aTask().ofType("slow"));
        }
        UUID other = records.submitted(queue, UUID.randomUUID(), aTask().ofType("quick"));

        assertThat(ids(claims.due(queue, 10, NOW))).contains(other).hasSize(2);
    }

    @Test
    void a_types_rate_limits_starts_within_each_period() {
        RateLimitedTasks rated = new RateLimitedTasks(database, 3, Duration.ofMinutes(1));
        rated.submit(8);

        assertThat(rated.claim(10)).hasSize(3).allSatisfy(rated::start);
        rated.pass(Duration.ofSeconds(60));
        assertThat(rated.claim(10)).isEmpty();
        rated.pass(Duration.ofMillis(1));
        assertThat(rated.claim(10)).hasSize(3);
    }

    @Test
    void a_dispatched_task_counts_until_it_starts() {
        RateLimitedTasks rated = new RateLimitedTasks(database, 3, Duration.ofMinutes(1));
        rated.submit(8);
        List<TaskDispatch> waitsForAWorker = rated.claim(10);

        rated.pass(Duration.ofMinutes(10));

        assertThat(rated.claim(10)).isEmpty();
        waitsForAWorker.forEach(rated::start);
        assertThat(rated.claim(10)).isEmpty();
    }

    @Test
    void a_task_recalled_before_it_could_start_does_not_count() {
        RateLimitedTasks rated = new RateLimitedTasks(database, 3, Duration.ofHours(1));
        rated.submit(8);

        rated.takeBack(rated.claim(10));

        assertThat(rated.claim(10)).hasSize(3);
    }

    @Test
    void a_lost_task_may_have_started() {
        RateLimitedTasks rated = new RateLimitedTasks(database, 3, Duration.ofHours(1));
        rated.submit(8);

        rated.claim(10).forEach(rated::lose);

        assertThat(rated.claim(10)).isEmpty();
        rated.pass(Duration.ofHours(1).plusMillis(1));
        assertThat(rated.claim(10)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void within_any_period_no_more_tasks_start_than_the_rate_allows(long seed) {
        int rate = 4;
        Duration per = Duration.ofSeconds(5);
        RateLimitedTasks rated = new RateLimitedTasks(database, rate, per);

        rated.live(new Random(seed), 300);

        List<Instant> starts = rated.starts();
        assertThat(starts).as("starts").hasSizeGreaterThan(10 * rate);
        for (int i = rate; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - rate), starts.get(i)))
                    .as("from start %s to start %s", i - rate, i)
                    .isGreaterThanOrEqualTo(per);
        }
    }

    @Test
    void a_users_limit_parks_only_tasks_of_that_user() {
        String queue = records.aQueue();
        TaskClaims claims = new TaskClaims(database).limitingUsersTo(2);
        UUID greedy = UUID.randomUUID();
        submitted(queue, greedy, 10);
        UUID modest = UUID.randomUUID();
        UUID one = submitted(queue, modest, 1).get(0);

        List<TaskDispatch> claimed = claims.due(queue, 10, NOW);

        assertThat(claimed).hasSize(3);
        assertThat(ids(claimed)).contains(one);
    }

    @Test
    void a_queues_limit_bounds_its_tasks_in_flight() {
        String queue = records.aQueue();
        TaskClaims claims = new TaskClaims(database);
        submitted(queue, UUID.randomUUID(), 10);
        records.limit(queue, 4);

        List<TaskDispatch> first = claims.due(queue, 10, NOW);
        records.succeed(first.get(0).claim());

        assertThat(first).hasSize(4);
        assertThat(claims.due(queue, 10, NOW)).hasSize(1);
    }

    @Test
    void a_paused_queue_dispatches_no_task_until_it_is_resumed() {
        String queue = records.aQueue();
        TaskClaims claims = new TaskClaims(database);
        submitted(queue, UUID.randomUUID(), 3);
        records.change(queue, QueueMode.PAUSED);

        List<TaskDispatch> paused = claims.due(queue, 10, NOW);
        records.change(queue, QueueMode.OPEN);

        assertThat(paused).isEmpty();
        assertThat(claims.due(queue, 10, NOW)).hasSize(3);
    }

    @Test
    void a_leader_that_takes_over_dispatches_tasks_that_its_predecessor_parked() {
        String queue = records.aQueue();
        TypeLimit limit = new TypeLimit(1, null, null);
        TaskClaims before = new TaskClaims(database).limiting("inherited", limit);
        records.submitted(queue, UUID.randomUUID(), aTask().ofType("inherited"));
        records.submitted(queue, UUID.randomUUID(), aTask().ofType("inherited"));
        List<TaskDispatch> first = before.due(queue, 10, NOW);
        records.succeed(first.get(0).claim());

        TaskClaims after = new TaskClaims(database).limiting("inherited", limit);

        assertThat(after.due(queue, 10, NOW)).hasSize(1);
    }

    @Test
    void a_removed_limit_admits_all_tasks() {
        String queue = records.aQueue();
        TaskClaims limited = new TaskClaims(database).limiting("lifted", new TypeLimit(1, null, null));
        for (int i = 0; i < 5; i++) {
            records.submitted(queue, UUID.randomUUID(), aTask().ofType("lifted"));
        }
        limited.due(queue, 10, NOW);

        assertThat(new TaskClaims(database).due(queue, 10, NOW)).hasSize(4);
    }

    private List<UUID> submitted(String queue, UUID owner, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> records.submitted(queue, owner, aTask()))
                .toList();
    }

    private static List<UUID> ids(List<TaskDispatch> dispatches) {
        return dispatches.stream().map(TaskDispatch::claim).map(Claim::taskId).toList();
    }
}
