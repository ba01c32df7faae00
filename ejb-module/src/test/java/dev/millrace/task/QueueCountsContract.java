package dev.millrace.task;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

/** Admins' views of queues and dead letters; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueueCountsContract {
    private final TestDatabase database;
    private final TaskRecords records;
    private final UUID owner = UUID.randomUUID();
    private String queue;

    QueueCountsContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
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
    void each_task_of_a_queue_is_counted_by_its_placement() {
        records.submitted(queue, owner, aTask(), 4);
        records.submitted(queue, owner, aTask().notBefore(NOW.plusSeconds(60)), 3);
        submittedThen(task -> task.park("type:reverse_string"));
        submittedThen(task -> task.dispatch(NOW));
        submittedThen(task -> {
            task.dispatch(NOW);
            task.start("w-1", NOW);
        });
        submittedThen(task -> task.cancel(null, NOW));
        UUID workflow = UUID.randomUUID();
        TaskPlan blocked = aTask().in(queue).plan().in(workflow);
        database.inTransaction(em -> new TaskSubmissions().in(em).insertTasks(owner, List.of(blocked), NOW));

        QueueCounts counts = database.inTransaction(em -> new CountQueues(em).of(queue));

        assertThat(counts).isEqualTo(new QueueCounts(4, 3, 1, 1, 2, NOW));
    }

    @Test
    void the_oldest_that_waits_is_seen_behind_any_number_of_a_higher_priority() {
        TaskPlan urgent = aTask().withPriority(9).in(queue).plan();
        List<TaskPlan> many = Collections.nCopies(QueueCounts.HEAD_SIZE * 11, urgent);
        database.inTransaction(em -> new TaskSubmissions().in(em).insertTasks(owner, many, NOW.plusSeconds(60)));
        records.submitted(queue, owner, aTask().withPriority(0));

        QueueCounts counts = database.inTransaction(em -> new CountQueues(em).of(queue));

        assertThat(counts.oldestWaitingAt()).isEqualTo(NOW);
    }

    @Test
    void an_empty_queue_has_counts_of_zero() {
        QueueCounts counts = database.inTransaction(em -> new CountQueues(em).of(queue));

        assertThat(counts).isEqualTo(new QueueCounts(0, 0, 0, 0, 0, null));
    }

    @Test
    void dead_letters_are_grouped_by_type_and_kind_of_error_with_the_newest_as_an_example() {
        String type = "t-" + UUID.randomUUID();
        failed(type, "Broken", 1);
        failed(type, "Broken", 2);
        UUID newest = failed(type, "Broken", 9);
        UUID other = failed(type, "Timeout", 3);
        records.submitted(queue, owner, aTask().ofType(type));

        List<DeadLetters.Group> groups = database.inTransaction(em -> new DeadLetters(em).groups()).stream()
                .filter(group -> group.type().equals(type))
                .toList();

        assertThat(groups).extracting(DeadLetters.Group::errorType).containsExactly("Broken", "Timeout");
        assertThat(groups).extracting(DeadLetters.Group::count).containsExactly(3L, 1L);
        assertThat(groups).extracting(group -> group.newest().id()).containsExactly(newest, other);
    }

    @Test
    void failures_of_a_period_are_grouped_with_the_first_and_the_last_of_each_group() {
        String type = "t-" + UUID.randomUUID();
        failed(type, "Broken", 1);
        failed(type, "Broken", 2);
        UUID newest = failed(type, "Broken", 5);
        failed(type, "Broken", 6);

        List<DeadLetters.Group> groups =
                database
                        .inTransaction(em -> new DeadLetters(em).groups(NOW.plusSeconds(2), NOW.plusSeconds(6)))
                        .stream()
                        .filter(group -> group.type().equals(type))
                        .toList();

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).count()).isEqualTo(2);
        assertThat(groups.get(0).firstAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(groups.get(0).newest().id()).isEqualTo(newest);
    }

    private UUID failed(String type, String error, int second) {
        UUID id = records.submitted(queue, owner, aTask().ofType(type).withAttempts(1));
        records.change(new Claim(id, 1), task -> {
            task.dispatch(NOW);
            task.failAttempt(
                    new AttemptError(error, "no " + second, null), true, Duration.ZERO, "w-1", NOW.plusSeconds(second));
        });
        return id;
    }

    private void submittedThen(Consumer<Task> transition) {
        UUID id = records.submitted(queue, owner, aTask());
        records.change(new Claim(id, 1), transition);
    }
}
