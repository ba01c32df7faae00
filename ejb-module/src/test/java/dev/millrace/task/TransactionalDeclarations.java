package dev.millrace.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.millrace.platform.persistence.TestDatabase;

/** Declares queues in a test's database, each call in a transaction of its own. */
public final class TransactionalDeclarations extends DeclareQueues {
    private final TestDatabase database;

    public TransactionalDeclarations(TestDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> declare(Collection<String> names, int max, Instant now) {
        return call(queues -> queues.declare(names, max, now));
    }

    @Override
    public Queue create(String name, Integer maxRunning, int max, Instant now) {
        return call(queues -> queues.create(name, maxRunning, max, now));
    }

    @Override
    public void restore(String name, Instant now) {
        call(queues -> {
            queues.restore(name, now);
            return null;
        });
    }

    private <T> T call(Function<DeclareQueues, T> work) {
        return database.inTransaction(em -> work.apply(new DeclareQueues(em)));
    }
}
