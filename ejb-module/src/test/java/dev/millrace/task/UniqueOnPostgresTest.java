package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class UniqueOnPostgresTest extends UniqueContract {
    UniqueOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
