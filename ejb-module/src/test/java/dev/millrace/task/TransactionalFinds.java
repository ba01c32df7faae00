package dev.millrace.task;

import java.util.List;
import java.util.UUID;

import dev.millrace.platform.persistence.TestDatabase;

/** Finds tasks of a test's database, each call in a transaction of its own. */
public final class TransactionalFinds extends FindTasks {
    private final TestDatabase database;

    public TransactionalFinds(TestDatabase database) {
        this.database = database;
    }

    @Override
    public List<UUID> ids(UUID owner, Selection selection, int max) {
        return database.inTransaction(em -> new FindTasks(em).ids(owner, selection, max));
    }

    @Override
    public int count(UUID owner, Selection selection, int max) {
        return database.inTransaction(em -> new FindTasks(em).count(owner, selection, max));
    }
}
