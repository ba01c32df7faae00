package dev.millrace.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

import dev.millrace.catalogue.TestAnnouncements;
import dev.millrace.catalogue.TestDeclarations;
import dev.millrace.catalogue.TestWorkers;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.CountedDeclarations;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TransactionalDeclarations;
import dev.millrace.task.TransactionalQueueUsage;
import dev.millrace.task.TransactionalQueues;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** Which queues remain and which are deleted; on every database. */
abstract class CleanQueuesContract {
    private static final Duration UNUSED = Duration.ofDays(7);
    private static final int MANY = 100;

    /** H2 takes 100,000 parameters in one statement, PostgreSQL's driver 65,535. */
    private static final int MORE_THAN_A_STATEMENT_TAKES = 100_000;

    private static final int QUEUES_OF_A_WORKER = 1_000;

    private final TestDatabase database;
    private final TestRedis redis = new TestRedis();
    private final MutableClock clock = new MutableClock(NOW);
    private final TestWorkers workers = new TestWorkers(redis.client(), clock);
    private final TransactionalDeclarations declare;
    private final TransactionalQueueUsage usage;
    private final TransactionalQueues queues;
    private final TaskRecords records;
    private final List<TaskTypeAnnouncement> types = new ArrayList<>();

    CleanQueuesContract(TestDatabase database) {
        this.database = database;
        this.declare = new TransactionalDeclarations(database);
        this.usage = new TransactionalQueueUsage(database);
        this.queues = new TransactionalQueues(database);
        this.records = new TaskRecords(database);
    }

    @AfterEach
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void a_long_unused_queue_is_deleted_with_all_its_keys() {
        declared("idle");
        round();
        redis.client().xadd(RedisNames.tasks("idle"), StreamEntryID.NEW_ENTRY, Map.of("left", "over"));
        redis.client().set(RedisNames.lease("idle"), "n-1:1");

        clock.advance(UNUSED.minusMillis(1));
        round();
        assertThat(queues.names()).containsExactly("idle");

        clock.advance(Duration.ofMillis(2));
        round();
        assertThat(queues.names()).isEmpty();

        clock.advance(CleanQueues.GRACE.plusMillis(1));
        round();
        assertThat(usage.findClosedBefore(clock.instant().plusMillis(1))).isEmpty();
        assertThat(redis.client().keys("millrace:{q:idle}*")).isEmpty();
    }

    @Test
    void a_queue_that_something_needs_stays() {
        declared("of-type", "of-worker", "with-task", "scheduled");
        declare.create("of-admin", null, MANY, NOW);
        types.add(TestAnnouncements.inQueue("a_type", "of-type"));
        workers.sendHeartbeat("w-1", "of-worker");
        records.submitted("with-task", UUID.randomUUID(), aTask());
        scheduled("scheduled", "{\"type\":\"t\",\"queue\":\"scheduled\"}");

        clock.advance(UNUSED.multipliedBy(2));
        round();

        assertThat(queues.names()).containsExactly("of-admin", "of-type", "of-worker", "scheduled", "with-task");
    }

    @Test
    void a_queue_named_only_in_parameters_of_a_schedule_is_deleted() {
        declared("mentioned");
        scheduled("mentioned", "{\"type\":\"t\",\"parameters\":{\"queue\":\"mentioned\"}}");

        clock.advance(UNUSED.multipliedBy(2));
        round();

        assertThat(queues.names()).isEmpty();
    }

    @Test
    void a_task_submitted_during_deletion_preserves_its_queue() {
        declared("going");
        usage.close("going", clock.instant());
        records.submitted("going", UUID.randomUUID(), aTask());

        clock.advance(CleanQueues.GRACE.plusMillis(1));
        round();

        assertThat(queues.names()).containsExactly("going");
    }

    @Test
    void a_task_without_its_queue_declares_it_again() {
        declared("gone");
        usage.close("gone", clock.instant());
        usage.remove("gone");
        records.submitted("gone", UUID.randomUUID(), aTask());

        round();

        assertThat(queues.names()).containsExactly("gone");
    }

    @Test
    void a_queue_over_the_limit_is_declared_once_capacity_is_free() {
        declared("full");
        types.add(TestAnnouncements.inQueue("a_type", "wanted"));
        round(1);
        assertThat(queues.names()).containsExactly("full");

        round(2);

        assertThat(queues.names()).containsExactly("full", "wanted");
    }

    @Test
    void more_queues_than_one_sql_statement_accepts_stay_declared_by_workers() {
        declared("of-worker");
        workers.sendHeartbeat("w-1", "of-worker");
        for (int i = 0; i * QUEUES_OF_A_WORKER < MORE_THAN_A_STATEMENT_TAKES; i++) {
            int first = i * QUEUES_OF_A_WORKER;
            workers.sendHeartbeat(
                    "w-many-" + i,
                    IntStream.range(first, first + QUEUES_OF_A_WORKER)
                            .mapToObj(number -> "made-up-" + number)
                            .toList());
        }

        clock.advance(UNUSED.multipliedBy(2));
        round();

        assertThat(queues.names()).containsExactly("of-worker");
    }

    @Test
    void types_whose_queues_exceed_the_limit_cost_one_transaction_a_round() {
        declared("full");
        types.add(TestAnnouncements.inQueue("a_type", "one"));
        types.add(TestAnnouncements.inQueue("another_type", "two"));
        types.add(TestAnnouncements.inQueue("a_third_type", "two"));
        CountedDeclarations declarations = new CountedDeclarations(database);

        round(1, declarations);

        assertThat(declarations.transactions()).containsExactly(List.of("one", "two"));
    }

    private void declared(String... names) {
        declare.declare(List.of(names), MANY, NOW);
    }

    private void scheduled(String name, String request) {
        database.inTransaction(em -> em.createNativeQuery(
                        "insert into mr_schedule (id, owner_id, name, type, task_request, cron,"
                                + " time_zone, overlap, missed, paused, last_task_id, run_count, revision, created_at, updated_at)"
                                + " values (?1, ?2, ?3, 't', ?4, '@daily', 'UTC', 'SKIP', 'SKIP', true, ?2, 0, 0, 0, 0)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, UUID.randomUUID())
                .setParameter(3, name)
                .setParameter(4, request)
                .executeUpdate());
    }

    private void round() {
        round(MANY);
    }

    private void round(int max) {
        round(max, declare);
    }

    private void round(int max, DeclareQueues declarations) {
        new CleanQueues(
                        usage,
                        declare,
                        TestDeclarations.in(database, declarations, clock, max),
                        TestAnnouncements.catalogueOf(clock, types.toArray(TaskTypeAnnouncement[]::new)),
                        workers.live(),
                        new QueueKeys(redis.client()),
                        new QueueSettings(max, UNUSED, Duration.ofSeconds(1)),
                        clock)
                .once();
    }
}
