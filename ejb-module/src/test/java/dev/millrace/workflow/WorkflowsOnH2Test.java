package dev.millrace.workflow;

import dev.millrace.platform.persistence.TestDatabase;

class WorkflowsOnH2Test extends WorkflowsContract {
    WorkflowsOnH2Test() {
        super(TestDatabase.h2());
    }
}
