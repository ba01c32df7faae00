package dev.millrace.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.Task;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.testkit.clock.MutableClock;
import dev.millrace.workflow.TransactionalPurge;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** The rows that are purged, and those that are not; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RetentionContract {
    private static final Duration SHORT = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(30);

    private final TestDatabase database;
    private final TaskRecords records;
    private final Map<TaskState, Duration> retentions = new EnumMap<>(TaskState.class);
    private MutableClock clock;
    private String queue;

    RetentionContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewQueue() {
        queue = records.aQueue();
        clock = new MutableClock(NOW);
        retentions.put(TaskState.SUCCEEDED, SHORT);
        retentions.put(TaskState.FAILED, LONG);
        retentions.put(TaskState.CANCELLED, SHORT);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void each_outcome_has_its_own_retention() {
        UUID succeeded = aTaskThat(RetentionContract::succeeds);
        UUID failed = aTaskThat(RetentionContract::fails);
        UUID waiting = aTaskThat(task -> task);

        clock.advance(SHORT);
        purge();
        assertThat(exists(succeeded)).isTrue();
        clock.advance(Duration.ofMillis(1));
        purge();

        assertThat(exists(succeeded)).isFalse();
        assertThat(exists(failed)).isTrue();
        clock.advance(LONG);
        purge();
        assertThat(exists(failed)).isFalse();
        assertThat(exists(waiting)).isTrue();
    }

    @Test
    void an_outcome_without_retention_is_never_purged() {
        UUID succeeded = aTaskThat(RetentionContract::succeeds);
        retentions.remove(TaskState.SUCCEEDED);

        clock.advance(Duration.ofDays(10_000));
        purge();

        assertThat(exists(succeeded)).isTrue();
    }

    @Test
    void a_task_is_deleted_with_all_its_rows_and_keys() {
        UUID failed = aTaskThat(RetentionContract::fails);
        keyFor(failed, "key", NOW.plus(LONG));

        clock.advance(LONG.plusSeconds(1));
        purge();

        assertThat(exists(failed)).isFalse();
        assertThat(records.rowsAbout(failed)).isZero();
        assertThat(count("select count(*) from mr_idempotency_task where task_id = ?1", failed))
                .isZero();
    }

    @Test
    void a_task_of_a_workflow_is_purged_with_its_workflow() {
        UUID task = aTaskThat(RetentionContract::succeeds);
        inSql("update mr_task set workflow_id = 'any' where id = ?1", task);

        clock.advance(LONG);
        purge();

        assertThat(exists(task)).isTrue();
    }

    @Test
    void expired_keys_are_purged_and_the_others_stay() {
        UUID task = aTaskThat(each -> each);
        for (String key : new String[] {"old", "new"}) {
            Instant made = key.equals("old") ? NOW : NOW.plusSeconds(60);
            keyFor(task, key, made);
            inSql(
                    "insert into mr_unique_task (unique_key, task_id, expires_at) select '" + key + "-" + task
                            + "', id, " + made.plus(Duration.ofDays(1)).toEpochMilli() + " from mr_task where id = ?1",
                    task);
        }

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        purge();

        assertThat(count("select count(*) from mr_idempotency_task where task_id = ?1", task))
                .isEqualTo(1);
        assertThat(count("select count(*) from mr_unique_task where task_id = ?1", task))
                .isEqualTo(1);
    }

    @Test
    void expired_refresh_tokens_sessions_and_api_tokens_are_purged_and_the_others_stay() {
        UUID user = UUID.randomUUID();
        inSql(
                "insert into mr_user (id, username, username_key, email, email_key, password_hash, admin, created_at)"
                        + " select ?1, '" + user + "', '" + user + "', '" + user + "', '" + user
                        + "', '', false, 0 from mr_queue where name = '" + queue + "'",
                user);
        for (int day : new int[] {1, 2}) {
            long end = NOW.plus(Duration.ofDays(day)).toEpochMilli();
            UUID id = UUID.randomUUID();
            inSql(
                    "insert into mr_session (id, user_id, signed_in_at, last_seen_at, expires_at) select '" + id
                            + "', id, 0, 0, " + end + " from mr_user where id = ?1",
                    user);
            inSql(
                    "insert into mr_refresh_token (token_hash, session_id, user_id, expires_at, used) select '" + user
                            + day + "', '" + id + "', id, " + end + ", false from mr_user where id = ?1",
                    user);
            inSql(
                    "insert into mr_api_token (id, user_id, name, scopes, created_at, expires_at) select '" + id
                            + "', id, 'script', 'tasks:read', 0, " + end + " from mr_user where id = ?1",
                    user);
        }

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        purge();

        for (String table : new String[] {"mr_refresh_token", "mr_session", "mr_api_token"}) {
            assertThat(count("select count(*) from " + table + " where user_id = ?1", user))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_audit_log_has_its_own_retention() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        anAuditEntry(first, NOW);
        anAuditEntry(second, NOW.plusSeconds(60));

        clock.advance(LONG.plusSeconds(1));
        purge();

        assertThat(count("select count(*) from mr_audit where id = ?1", first)).isZero();
        assertThat(count("select count(*) from mr_audit where id = ?1", second)).isEqualTo(1);
    }

    @Test
    void a_round_with_more_rows_than_one_transaction_takes_requests_another() {
        records.submitted(queue, UUID.randomUUID(), aTask(), PurgeRows.MAX_ROWS + 1);
        inSql(
                "update mr_task set state = 'CANCELLED', dispatch_key = null, finished_at = " + NOW.toEpochMilli()
                        + " where queue = '" + queue + "' and owner_id <> ?1",
                UUID.randomUUID());
        clock.advance(SHORT.plusSeconds(1));

        assertThat(round()).isEqualTo(StepResult.MORE);
        assertThat(round()).isEqualTo(StepResult.NONE);
        assertThat(count(
                        "select count(*) from mr_task where queue = '" + queue + "' and owner_id <> ?1",
                        UUID.randomUUID()))
                .isZero();
    }

    private void purge() {
        while (round() == StepResult.MORE) {
            assertThat(retentions).isNotNull();
        }
    }

    private StepResult round() {
        return new PurgeExpired(
                        new Transactions(),
                        new TransactionalPurge(database),
                        new RetentionSettings(retentions, LONG, Duration.ofMinutes(1)),
                        clock)
                .once();
    }

    private UUID aTaskThat(Function<Task, Task> transition) {
        UUID id = records.submitted(
                queue,
                UUID.randomUUID(),
                aTask().withAttempts(1).withParameters("{\"text\":\"" + "x".repeat(20_000) + "\"}"));
        records.change(new Claim(id, 1), transition::apply);
        return id;
    }

    private static Task succeeds(Task task) {
        task.dispatch(NOW);
        task.succeed("{}", "w-1", NOW);
        return task;
    }

    private static Task fails(Task task) {
        task.dispatch(NOW);
        task.failAttempt(new AttemptError("Broken", "broken", null), true, Duration.ZERO, "w-1", NOW);
        return task;
    }

    private void anAuditEntry(UUID id, Instant at) {
        database.inTransaction(
                em -> em.createNativeQuery("insert into mr_audit (id, at, action) values (?1, ?2, 'any')")
                        .setParameter(1, id)
                        .setParameter(2, at.toEpochMilli())
                        .executeUpdate());
    }

    private void keyFor(UUID task, String key, Instant made) {
        inSql(
                "insert into mr_idempotency (owner_id, idem_key, request_hash, created_at)" + " select owner_id, '"
                        + key + "', 'hash', " + made.toEpochMilli() + " from mr_task where id = ?1",
                task);
        inSql(
                "insert into mr_idempotency_task (owner_id, idem_key, ordinal, task_id)" + " select owner_id, '" + key
                        + "', 0, id from mr_task where id = ?1",
                task);
    }

    private boolean exists(UUID task) {
        return records.task(new Claim(task, 1)) != null;
    }

    private void inSql(String statement, UUID task) {
        database.inTransaction(
                em -> em.createNativeQuery(statement).setParameter(1, task).executeUpdate());
    }

    private long count(String query, UUID task) {
        return database.inTransaction(em ->
                ((Number) em.createNativeQuery(query).setParameter(1, task).getSingleResult()).longValue());
    }

    /** Each call in a transaction of its own. */
    private final class Transactions extends PurgeRows {
        @Override
        public boolean tasks(TaskState end, Instant before) {
            return database.inTransaction(em -> new PurgeRows(em).tasks(end, before));
        }

        @Override
        public boolean idempotencyKeys(Instant now) {
            return database.inTransaction(em -> new PurgeRows(em).idempotencyKeys(now));
        }

        @Override
        public boolean uniqueKeys(Instant now) {
            return database.inTransaction(em -> new PurgeRows(em).uniqueKeys(now));
        }

        @Override
        public boolean refreshTokens(Instant now) {
            return database.inTransaction(em -> new PurgeRows(em).refreshTokens(now));
        }

        @Override
        public boolean sessions(Instant now) {
            return database.inTransaction(em -> new PurgeRows(em).sessions(now));
        }

        @Override
        public boolean apiTokens(Instant now) {
            return database.inTransaction(em -> new PurgeRows(em).apiTokens(now));
        }

        @Override
        public boolean auditEntries(Instant before) {
            return database.inTransaction(em -> new PurgeRows(em).auditEntries(before));
        }
    }
}
