package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class HeldTasksOnPostgresTest extends HeldTasksContract {
    HeldTasksOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
