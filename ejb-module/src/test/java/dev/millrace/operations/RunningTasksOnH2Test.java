package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class RunningTasksOnH2Test extends RunningTasksContract {
    RunningTasksOnH2Test() {
        super(TestDatabase.h2());
    }
}
