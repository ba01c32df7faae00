package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Submissions to SQL: each task once, in the fair order, on queues that appear with them; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubmitContract {
    private static final int AT_ONCE = 4;

    private final TestDatabase database;
    private final TaskRecords records;
    private final TransactionalQueues queues;
    private final UUID owner = UUID.randomUUID();
    private FairQueue fairQueue = new FairQueue();
    private String queue;

    SubmitContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.queues = new TransactionalQueues(database);
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
    void the_same_key_and_request_again_is_the_same_task() {
        InsertTasks.SubmittedTask first = once("key-1", "request", NOW);
        InsertTasks.SubmittedTask again = once("key-1", "request", NOW.plusSeconds(5));

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.task().id()).isEqualTo(first.task().id());
    }

    @Test
    void the_same_key_with_another_request_is_rejected() {
        once("key-2", "request", NOW);

        assertThatThrownBy(() -> once("key-2", "another", NOW))
                .isInstanceOf(IdempotencyKeyReused.class)
                .hasMessageContaining("Idempotency-Key")
                .hasMessageNotContaining("key-2");
    }

    @Test
    void a_key_of_a_deleted_task_makes_a_new_one() {
        InsertTasks.SubmittedTask first = once("key-gone", "request", NOW);
        database.inTransaction(em -> {
            LockedTasks.delete(em, List.of(first.task().id()));
            return null;
        });

        InsertTasks.SubmittedTask again = once("key-gone", "request", NOW);

        assertThat(again.isNew()).isTrue();
        assertThat(once("key-gone", "request", NOW).task().id())
                .isEqualTo(again.task().id());
    }

    @Test
    void another_user_s_key_is_another_key() {
        InsertTasks.SubmittedTask mine = once("key-3", "request", NOW);

        InsertTasks.SubmittedTask theirs = once(UUID.randomUUID(), "key-3", "another", NOW);

        assertThat(theirs.isNew()).isTrue();
        assertThat(theirs.task().id()).isNotEqualTo(mine.task().id());
    }

    @Test
    void a_key_expires_after_a_day_and_makes_a_new_task_then() {
        Instant tomorrow = NOW.plus(Duration.ofHours(24));
        UUID first = once("key-4", "request", NOW).task().id();

        assertThat(once("key-4", "request", tomorrow).task().id()).isEqualTo(first);
        UUID second = once("key-4", "another", tomorrow.plusMillis(1)).task().id();

        assertThat(second).isNotEqualTo(first);
        assertThat(once("key-4", "another", tomorrow.plusSeconds(1)).task().id())
                .isEqualTo(second);
    }

    @Test
    void the_same_key_at_the_same_moment_gives_one_task() {
        List<UUID> tasks = AtOnce.call(AT_ONCE, () -> onceOrAgain("key-5", NOW));

        assertThat(tasks).hasSize(AT_ONCE);
        assertThat(Stream.of(tasks.toArray()).distinct()).hasSize(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void an_expired_key_makes_one_new_task_under_concurrent_requests() {
        Instant later = NOW.plus(Duration.ofHours(25));
        UUID first = once("key-6", "request", NOW).task().id();

        List<UUID> tasks = AtOnce.call(AT_ONCE, () -> onceOrAgain("key-6", later));

        assertThat(tasks).hasSize(AT_ONCE).doesNotContain(first);
        assertThat(Stream.of(tasks.toArray()).distinct()).hasSize(1);
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void a_key_of_a_batch_gives_the_same_tasks_in_the_same_order() {
        List<TaskPlan> plans = Collections.nCopies(1_000, aTask().in(queue).plan());

        List<UUID> first = ids(batch(owner, "key-7", "batch", plans, NOW));
        List<InsertTasks.SubmittedTask> again = batch(owner, "key-7", "batch", plans, NOW.plusSeconds(5));
        Instant tomorrow = NOW.plus(Duration.ofHours(25));
        List<UUID> other = ids(batch(owner, "key-7", "another", plans.subList(0, 2), tomorrow));

        assertThat(again).noneMatch(InsertTasks.SubmittedTask::isNew);
        assertThat(ids(again)).containsExactlyElementsOf(first);
        assertThat(other).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(ids(batch(owner, "key-7", "another", plans.subList(0, 2), tomorrow.plusSeconds(1))))
                .containsExactlyElementsOf(other);
    }

    @Test
    void a_backlog_of_one_user_does_not_delay_another_s_task_after_a_restart() {
        submit(owner, 300);
        TaskClaims claims = new TaskClaims(database);
        claims.due(queue, 100, NOW);

        fairQueue = new FairQueue();
        UUID quiet = UUID.randomUUID();
        submit(owner, 1);
        UUID single = submit(quiet, 1).get(0).id();

        assertThat(claims.due(queue, 2, NOW))
                .extracting(dispatch -> dispatch.claim().taskId())
                .contains(single);
    }

    @Test
    void a_batch_keeps_its_order_and_its_long_parameters() {
        String longJson = "{\"text\":\"" + "x".repeat(Task.INLINE) + "\"}";
        List<TaskPlan> plans = List.of(
                aTask().in(queue).withParameters(longJson).plan(),
                aTask().in(queue).withParameters("{}").plan());

        List<Task> tasks = database.inTransaction(
                em -> new TaskSubmissions(fairQueue).in(em).insertTasks(owner, plans, NOW));

        String stored = database.inTransaction(
                em -> new Tasks(em).findDetail(owner, tasks.get(0).id()).parameters());

        assertThat(tasks).extracting(Task::parameters).containsExactly(null, "{}");
        assertThat(stored).isEqualTo(longJson);
    }

    @Test
    void fences_of_a_queue_only_grow() {
        List<Long> fences = AtOnce.call(AT_ONCE, () -> queues.nextFence(queue));

        long first = Collections.min(fences);
        assertThat(fences).containsExactlyInAnyOrder(first, first + 1, first + 2, first + 3);
    }

    private InsertTasks.SubmittedTask once(String key, String hash, Instant now) {
        return once(owner, key, hash, now);
    }

    private InsertTasks.SubmittedTask once(UUID user, String key, String hash, Instant now) {
        return batch(user, key, hash, List.of(aTask().in(queue).plan()), now).get(0);
    }

    private List<InsertTasks.SubmittedTask> batch(
            UUID user, String key, String hash, List<TaskPlan> plans, Instant now) {
        return database.inTransaction(em ->
                new TaskSubmissions(fairQueue).in(em).insertOnce(user, plans, new IdempotentRequest(key, hash), now));
    }

    private static List<UUID> ids(List<InsertTasks.SubmittedTask> submitted) {
        return submitted.stream().map(it -> it.task().id()).toList();
    }

    /** As callers do it: the loser of the race tries again. */
    private UUID onceOrAgain(String key, Instant now) {
        try {
            return once(key, "request", now).task().id();
        } catch (PersistenceException e) {
            return once(key, "request", now).task().id();
        }
    }

    private List<Task> submit(UUID user, int count) {
        List<TaskPlan> plans =
                Stream.generate(() -> aTask().in(queue).plan()).limit(count).toList();
        return database.inTransaction(
                em -> new TaskSubmissions(fairQueue).in(em).insertTasks(user, plans, NOW));
    }

    private long waiting() {
        return database.inTransaction(
                em -> em.createQuery("select count(t) from Task t where t.queue = :queue", Long.class)
                        .setParameter("queue", queue)
                        .getSingleResult());
    }
}
