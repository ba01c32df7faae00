package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class TaskLifecycleOnPostgresTest extends TaskLifecycleContract {
    TaskLifecycleOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
