package dev.millrace.task;

import java.util.List;
import java.util.UUID;

import dev.millrace.platform.persistence.TestDatabase;

/** Finds tasks of a test's database, each call in a transaction of its own. */
public final class TransactionalTasks extends Tasks {
    private final TestDatabase database;

    public TransactionalTasks(TestDatabase database) {
        this.database = database;
    }

    @Override
    public List<UUID> findIds(UUID owner, TaskSelection selection, int max) {
        return database.inTransaction(em -> new Tasks(em).findIds(owner, selection, max));
    }

    @Override
    public int count(UUID owner, TaskSelection selection, int max) {
        return database.inTransaction(em -> new Tasks(em).count(owner, selection, max));
    }
}
