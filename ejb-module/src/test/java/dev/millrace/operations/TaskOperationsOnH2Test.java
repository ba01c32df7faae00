package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class TaskOperationsOnH2Test extends TaskOperationsContract {
    TaskOperationsOnH2Test() {
        super(TestDatabase.h2());
    }
}
