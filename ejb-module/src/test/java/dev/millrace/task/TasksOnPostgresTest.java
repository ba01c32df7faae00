package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class TasksOnPostgresTest extends TasksContract {
    TasksOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
