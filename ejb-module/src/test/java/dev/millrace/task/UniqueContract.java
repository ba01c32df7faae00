package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.contract.Claim;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests that have to be unique for a while; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UniqueContract {

    private final TestDatabase database;
    private final TaskRecords records;
    private final TaskSubmissions submissions = new TaskSubmissions();
    private String queue;
    private UUID owner;

    UniqueContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewUser() {
        queue = records.aQueue();
        owner = UUID.randomUUID();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_same_request_in_any_notation_is_the_same_task() {
        InsertTasks.SubmittedTask first = submitted("{\"a\":1,\"b\":[true,\"x\"]}");
        InsertTasks.SubmittedTask again = submitted("{ \"b\": [true, \"x\"], \"a\": 1.0 }");

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.task().id()).isEqualTo(first.task().id());
    }

    @Test
    void another_owner_type_or_parameter_is_another_request() {
        submitted("{\"a\":1}");

        assertThat(submitted("{\"a\":2}").isNew()).isTrue();
        assertThat(submit(UUID.randomUUID(), NOW, unique("{\"a\":1}")).get(0).isNew())
                .isTrue();
        assertThat(submit(owner, NOW, unique(aTask().ofType("other"), "{\"a\":1}"))
                        .get(0)
                        .isNew())
                .isTrue();
    }

    @Test
    void a_unique_key_makes_a_new_task_after_its_time() {
        UUID first = submitted("{}").task().id();
        Instant later = NOW.plus(Duration.ofHours(1));

        UUID second = submit(owner, later, unique("{}")).get(0).task().id();

        assertThat(second).isNotEqualTo(first);
        assertThat(submit(owner, later.plusSeconds(1), unique("{}"))
                        .get(0)
                        .task()
                        .id())
                .isEqualTo(second);
    }

    @Test
    void a_cancelled_task_does_not_hold_its_unique_key() {
        UUID first = submitted("{}").task().id();
        records.change(new Claim(first, 1), task -> task.requestCancel(NOW));

        assertThat(submitted("{}").isNew()).isTrue();
    }

    @Test
    void a_type_may_reject_the_second_task_and_names_the_first() {
        TaskPlan plan = unique(aTask(), "{}", true);
        UUID first = submit(owner, NOW, plan).get(0).task().id();

        assertThatThrownBy(() -> submit(owner, NOW, plan))
                .isInstanceOf(TaskNotUnique.class)
                .hasMessageContaining(first.toString());
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void the_same_request_twice_in_a_batch_is_one_task() {
        List<InsertTasks.SubmittedTask> both = submit(owner, NOW, unique("{}"), unique("{}"));

        assertThat(both).extracting(InsertTasks.SubmittedTask::isNew).containsExactly(true, false);
        assertThat(both)
                .extracting(of -> of.task().id())
                .containsOnly(both.get(0).task().id());
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void equal_requests_at_the_same_moment_are_one_task_each_in_any_order() {
        List<TaskPlan> there = IntStream.range(0, 20)
                .mapToObj(i -> unique("{\"i\":" + i + "}"))
                .toList();
        List<TaskPlan> back = IntStream.range(0, 20)
                .mapToObj(i -> unique("{\"i\":" + (19 - i) + "}"))
                .toList();

        List<List<UUID>> given =
                AtOnce.call(6, () -> submittedOrAgain(Thread.currentThread().getId() % 2 == 0 ? there : back));

        assertThat(given).allMatch(ids -> new HashSet<>(ids).equals(new HashSet<>(given.get(0))));
        assertThat(tasks()).isEqualTo(20);
    }

    @Test
    void the_same_key_and_a_known_unique_request_give_the_existing_task() {
        UUID first = submitted("{}").task().id();

        InsertTasks.SubmittedTask again = database.inTransaction(em -> submissions
                        .in(em)
                        .insertOnce(owner, List.of(unique("{}")), new IdempotentRequest("key", "hash"), NOW))
                .get(0);

        assertThat(again.isNew()).isFalse();
        assertThat(again.task().id()).isEqualTo(first);
    }

    private InsertTasks.SubmittedTask submitted(String parameters) {
        return submit(owner, NOW, unique(parameters)).get(0);
    }

    /** As callers do it: the loser of the race tries again. */
    private List<UUID> submittedOrAgain(List<TaskPlan> plans) {
        TaskPlan[] all = plans.toArray(TaskPlan[]::new);
        List<InsertTasks.SubmittedTask> submitted;
        try {
            submitted = submit(owner, NOW, all);
        } catch (PersistenceException e) {
            submitted = submit(owner, NOW, all);
        }
        return submitted.stream().map(each -> each.task().id()).toList();
    }

    private List<InsertTasks.SubmittedTask> submit(UUID user, Instant now, TaskPlan... plans) {
        return database.inTransaction(em -> submissions.in(em).insert(user, List.of(plans), now));
    }

    private TaskPlan unique(String parameters) {
        return unique(aTask(), parameters);
    }

    private TaskPlan unique(TaskBuilder task, String parameters) {
        return unique(task, parameters, false);
    }

    private TaskPlan unique(TaskBuilder task, String parameters, boolean reject) {
        Uniqueness forAnHour = new Uniqueness(Duration.ofHours(1), reject, parameters);
        return task.in(queue).withParameters(parameters).unique(forAnHour).plan();
    }

    private long tasks() {
        return database.inTransaction(
                em -> em.createQuery("select count(t) from Task t where t.queue = :queue", Long.class)
                        .setParameter("queue", queue)
                        .getSingleResult());
    }
}
