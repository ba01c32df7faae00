package dev.millrace.catalogue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.CountedDeclarations;
import dev.millrace.task.TransactionalQueues;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The queues that types and workers name; on every database. */
abstract class DeclareNamedQueuesContract {
    private final TestDatabase database;
    private final MutableClock clock = new MutableClock(NOW);

    DeclareNamedQueuesContract(TestDatabase database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void queues_that_a_worker_reads_are_declared_and_invalid_names_are_ignored() {
        TestDeclarations.in(database, clock, 10).declare("the worker w-1", List.of("fast", "No Queue", "slow"));

        assertThat(names()).containsExactly("fast", "slow");
    }

    @Test
    void queues_beyond_the_limit_are_audited_once() {
        DeclareNamedQueues queues = TestDeclarations.in(database, clock, 2);

        queues.declare("the worker w-1", List.of("a", "b", "c"));
        queues.declare("the worker w-1", List.of("a", "b", "c"));

        assertThat(names()).containsExactly("a", "b");
        assertThat(rejections())
                .singleElement()
                .asString()
                .contains("c: declared by the worker w-1", "the limit of queues is reached, 2");
    }

    @Test
    void the_queues_of_all_workers_are_declared_in_one_transaction_each_with_a_worker_that_names_it() {
        CountedDeclarations declarations = new CountedDeclarations(database);
        DeclareNamedQueues queues = TestDeclarations.in(database, declarations, clock, 2);

        queues.declareThoseOf(List.of(reading("w-1", "a", "b"), reading("w-2", "b", "c")));

        assertThat(declarations.transactions()).containsExactly(List.of("a", "b", "c"));
        assertThat(names()).containsExactly("a", "b");
        assertThat(rejections()).singleElement().asString().contains("c: declared by the worker w-2");
    }

    private static WorkerHeartbeat reading(String worker, String... queues) {
        return new WorkerHeartbeat(
                worker, "host", 1, "1.0", List.of(queues), List.of("t"), 2, NOW, NOW, false, List.of(), false, null);
    }

    private List<String> names() {
        return new TransactionalQueues(database).names();
    }

    private List<?> rejections() {
        return database.inTransaction(em -> em.createNativeQuery(
                        "select target || ': ' || details from mr_audit where action = 'queue.refuse'")
                .getResultList());
    }
}
