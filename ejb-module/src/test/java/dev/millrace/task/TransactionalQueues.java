package dev.millrace.task;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.millrace.platform.persistence.TestDatabase;

/** The queues of a test's database, each call in a transaction of its own. */
public final class TransactionalQueues extends Queues {
    private final TestDatabase database;

    public TransactionalQueues(TestDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> names() {
        return call(Queues::names);
    }

    @Override
    public long nextFence(String name) {
        return call(queues -> queues.nextFence(name));
    }

    @Override
    public Map<PriorityLevel, Long> virtualTimes(String name) {
        return call(queues -> queues.virtualTimes(name));
    }

    @Override
    public FairQueue.PersistedState loadFairQueueState(PriorityLevel level) {
        return call(queues -> queues.loadFairQueueState(level));
    }

    @Override
    public Queue find(String name) {
        return call(queues -> queues.find(name));
    }

    private <T> T call(Function<Queues, T> work) {
        return database.inTransaction(em -> work.apply(new Queues(em)));
    }
}
