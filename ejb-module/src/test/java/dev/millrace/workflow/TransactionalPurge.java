package dev.millrace.workflow;

import java.time.Instant;

import dev.millrace.platform.persistence.TestDatabase;

/** Purges workflows of a test's database, each call in a transaction of its own. */
public final class TransactionalPurge extends PurgeWorkflows {
    private final TestDatabase database;

    public TransactionalPurge(TestDatabase database) {
        this.database = database;
    }

    @Override
    public int purgeFinished(WorkflowState state, Instant before, int limit) {
        return database.inTransaction(em -> new PurgeWorkflows(em).purgeFinished(state, before, limit));
    }
}
