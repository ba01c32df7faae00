package dev.millrace.workflow;

import dev.millrace.persistence.TestDatabase;

class WorkflowsOnPostgresTest extends WorkflowsContract {
    WorkflowsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
