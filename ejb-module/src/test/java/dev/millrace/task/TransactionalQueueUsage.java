package dev.millrace.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.millrace.platform.persistence.TestDatabase;

/** The usage of the queues in a test's database, each call in a transaction of its own. */
public final class TransactionalQueueUsage extends QueueUsage {
    private final TestDatabase database;

    public TransactionalQueueUsage(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> findQueuesWithUnfinishedTasks() {
        return call(QueueUsage::findQueuesWithUnfinishedTasks);
    }

    @Override
    public boolean hasUnfinishedTasks(String queue) {
        return call(usage -> usage.hasUnfinishedTasks(queue));
    }

    @Override
    public boolean isScheduled(String queue) {
        return call(usage -> usage.isScheduled(queue));
    }

    @Override
    public void markUsed(Collection<String> queues, Instant now) {
        call(usage -> {
            usage.markUsed(queues, now);
            return null;
        });
    }

    @Override
    public boolean close(String name, Instant now) {
        return call(usage -> usage.close(name, now));
    }

    @Override
    public List<String> findClosedBefore(Instant time) {
        return call(usage -> usage.findClosedBefore(time));
    }

    @Override
    public List<String> findUnusedSince(Instant time) {
        return call(usage -> usage.findUnusedSince(time));
    }

    @Override
    public boolean remove(String name) {
        return call(usage -> usage.remove(name));
    }

    private <T> T call(Function<QueueUsage, T> work) {
        return database.inTransaction(em -> work.apply(new QueueUsage(em)));
    }
}
