package dev.millrace.workflow;

import dev.millrace.platform.persistence.TestDatabase;

class WorkflowsOnPostgresTest extends WorkflowsContract {
    WorkflowsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
