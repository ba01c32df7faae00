package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class UniqueOnPostgresTest extends UniqueContract {
    UniqueOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
