package dev.millrace.workflow;

import java.time.Instant;

import dev.millrace.platform.persistence.TestDatabase;

/** Forgets workflows of a test's database, each call in a transaction of its own. */
public final class TransactionalForgetting extends ForgetWorkflows {
    private final TestDatabase database;

    public TransactionalForgetting(TestDatabase database) {
        this.database = database;
    }

    @Override
    public int forgetFinished(WorkflowState state, Instant before, int limit) {
        return database.inTransaction(em -> new ForgetWorkflows(em).forgetFinished(state, before, limit));
    }
}
