package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class RunningTasksOnPostgresTest extends RunningTasksContract {
    RunningTasksOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
