package dev.millrace.task;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.millrace.AtOnce;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The creation and deletion of queues; on every database. */
abstract class DeclareQueuesContract {
    private static final int AT_ONCE = 4;
    private static final int MANY = 100;

    private final TestDatabase database;
    private final TransactionalDeclarations declare;
    private final TransactionalQueueUsage usage;
    private final TransactionalQueues queues;

    DeclareQueuesContract(TestDatabase database) {
        this.database = database;
        this.declare = new TransactionalDeclarations(database);
        this.usage = new TransactionalQueueUsage(database);
        this.queues = new TransactionalQueues(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_queue_that_many_declare_at_the_same_moment_is_there_once() {
        AtOnce.call(AT_ONCE, () -> declare.declare(List.of("fresh"), MANY, NOW));

        assertThat(queues.names()).containsExactly("fresh");
    }

    @Test
    void concurrent_declarations_do_not_exceed_the_limit_of_queues() {
        AtomicInteger next = new AtomicInteger();

        List<List<String>> rejected = AtOnce.call(AT_ONCE, () -> {
            int number = next.getAndIncrement();
            return declare.declare(List.of("q-" + number, "r-" + number), 3, NOW);
        });

        assertThat(queues.names()).hasSize(3);
        assertThat(rejected.stream().flatMap(List::stream)).hasSize(2 * AT_ONCE - 3);
    }

    @Test
    void an_admin_gets_an_error_for_an_existing_queue_or_beyond_the_limit() {
        declare.create("one", 5, 2, NOW);
        declare.declare(List.of("two"), 2, NOW);

        assertThatThrownBy(() -> declare.create("one", null, 2, NOW)).isInstanceOf(QueueTaken.class);
        assertThatThrownBy(() -> declare.create("three", null, 2, NOW))
                .isInstanceOf(TooManyQueues.class)
                .hasMessageContaining("2");
        assertThat(queues.find("one").isDeclaredByAdmin()).isTrue();
        assertThat(queues.find("one").maxRunning()).isEqualTo(5);
        assertThat(queues.find("two").isDeclaredByAdmin()).isFalse();
    }

    @Test
    void a_queue_under_deletion_is_not_listed_and_survives_a_new_declaration() {
        declare.declare(List.of("passing"), MANY, NOW);
        usage.close("passing", NOW);

        assertThat(queues.names()).isEmpty();
        assertThat(usage.close("passing", NOW)).isFalse();

        declare.declare(List.of("passing"), MANY, NOW);
        assertThat(queues.names()).containsExactly("passing");
        assertThat(usage.remove("passing")).isFalse();
    }

    @Test
    void the_fence_of_a_deleted_and_declared_queue_grows() {
        declare.declare(List.of("again"), MANY, NOW);
        long first = queues.nextFence("again");
        usage.close("again", NOW);
        assertThat(usage.remove("again")).isTrue();

        declare.declare(List.of("again"), MANY, NOW.plus(Duration.ofMinutes(1)));

        assertThat(queues.nextFence("again")).isGreaterThan(first);
    }

    @Test
    void a_node_queries_again_before_it_rejects_a_queue_as_undeclared() {
        QueueModes modes = new QueueModes(
                new Queues() {
                    @Override
                    public List<Queue> all() {
                        return database.inTransaction(em -> new Queues(em).all());
                    }
                },
                new MutableClock(NOW));
        assertThat(modes.isDeclared("late")).isFalse();

        declare.declare(List.of("late"), MANY, NOW);

        assertThat(modes.isDeclared("late")).isFalse();
        assertThat(modes.undeclared(List.of("late", "never"))).isEqualTo(Set.of("never"));
    }
}
