package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class HeldTasksOnPostgresTest extends HeldTasksContract {
    HeldTasksOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
