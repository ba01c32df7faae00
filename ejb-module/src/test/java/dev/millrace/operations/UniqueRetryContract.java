package dev.millrace.operations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskSubmissions;
import dev.millrace.task.Uniqueness;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** Retries of tasks that have to be unique; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UniqueRetryContract {
    private final TestDatabase database;
    private final TaskRecords records;
    private final TaskSubmissions submissions = new TaskSubmissions();
    private final TestTaskOperations operations;
    private String queue;
    private UUID owner;

    UniqueRetryContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.operations = new TestTaskOperations(database, (em, ended) -> {}, (em, retried) -> {})
                .keepingUniqueAs((type, parameters) -> forAnHour(parameters));
    }

    @BeforeEach
    void aNewUser() {
        queue = records.aQueue();
        owner = UUID.randomUUID();
    }

    @AfterAll
    void close() throws IOException {
        database.close();
    }

    @Test
    void a_task_is_not_retried_beside_a_duplicate_and_the_duplicate_is_named() {
        UUID cancelled = aCancelled("{\"a\":1}");
        UUID duplicate = submit("{\"a\":1}").task().id();

        OperationResult done = operations.retry(List.of(cancelled), null);

        assertThat(done.changed()).isEmpty();
        assertThat(duplicates(done)).isEqualTo(Map.of(cancelled, duplicate));
        assertThat(state(cancelled)).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_task_is_not_retried_with_the_parameters_of_another_unique_task() {
        UUID cancelled = aCancelled("{\"a\":1}");
        UUID duplicate = submit("{\"a\":2}").task().id();

        OperationResult done = operations.retry(List.of(cancelled), "{\"a\":2.0}");

        assertThat(duplicates(done)).isEqualTo(Map.of(cancelled, duplicate));
        assertThat(active()).isEqualTo(1);
    }

    @Test
    void a_retry_with_other_parameters_moves_the_unique_key() {
        UUID retried = aCancelled("{\"a\":1}");

        operations.retry(List.of(retried), "{\"a\":2}");

        assertThat(submit("{\"a\":2}").task().id()).isEqualTo(retried);
        assertThat(submit("{\"a\":1}").isNew()).isTrue();
    }

    @Test
    void a_retried_task_holds_its_unique_key_again() {
        UUID retried = aCancelled("{\"a\":1}");
        purge(retried);

        operations.retry(List.of(retried), null);

        assertThat(submit("{\"a\":1}").task().id()).isEqualTo(retried);
    }

    @Test
    void one_of_several_duplicates_is_retried_in_one_call_and_the_others_name_it() {
        UUID one = aCancelled("{\"a\":1}");
        UUID other = aCancelled("{\"a\":1}");

        OperationResult done = operations.retry(List.of(one, other), null);

        assertThat(done.changed()).hasSize(1);
        UUID goes = done.changed().get(0).id();
        assertThat(duplicates(done)).isEqualTo(Map.of(goes.equals(one) ? other : one, goes));
    }

    @Test
    void one_of_concurrent_submits_and_retries_of_a_unique_request_gets_the_task() {
        for (int round = 0; round < 15; round++) {
            String parameters = "{\"round\":" + round + "}";
            UUID one = aCancelled(parameters);
            UUID other = aCancelled(parameters);
            UUID third = aCancelled("{\"third\":" + round + "}");
            long before = active();

            AtOnce.each(List.<Supplier<Object>>of(
                    () -> again(() -> operations.retry(List.of(one), null)),
                    () -> again(() -> operations.retry(List.of(other), null)),
                    () -> again(() -> operations.retry(List.of(third), parameters)),
                    () -> again(() -> submit(parameters))));

            assertThat(active()).as("round %s", round).isEqualTo(before + 1);
        }
    }

    private UUID aCancelled(String parameters) {
        UUID task = submit(parameters).task().id();
        operations.cancel(List.of(task));
        return task;
    }

    private InsertTasks.SubmittedTask submit(String parameters) {
        TaskPlan plan = aTask().in(queue)
                .withParameters(parameters)
                .unique(forAnHour(parameters))
                .plan();
        Instant now = NOW;
        return database.inTransaction(em -> submissions.in(em).insert(owner, List.of(plan), now))
                .get(0);
    }

    /** As callers do it: the loser of the race tries again. */
    private static Object again(Supplier<Object> call) {
        try {
            return call.get();
        } catch (PersistenceException e) {
            return call.get();
        }
    }

    private void purge(UUID task) {
        database.inTransaction(em -> em.createQuery("delete from UniqueTask u where u.taskId = :task")
                .setParameter("task", task)
                .executeUpdate());
    }

    private static Uniqueness forAnHour(String parameters) {
        return new Uniqueness(Duration.ofHours(1), false, parameters);
    }

    private static Map<UUID, UUID> duplicates(OperationResult done) {
        return done.duplicates().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }

    private TaskState state(UUID task) {
        return database.inTransaction(em -> em.find(Task.class, task)).state();
    }

    private long active() {
        return database.inTransaction(em -> em.createQuery(
                        "select count(t) from Task t where t.queue = :queue and t.state = :waiting", Long.class)
                .setParameter("queue", queue)
                .setParameter("waiting", TaskState.WAITING)
                .getSingleResult());
    }
}
