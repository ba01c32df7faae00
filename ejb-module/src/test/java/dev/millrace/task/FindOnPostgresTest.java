package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class FindOnPostgresTest extends FindContract {
    FindOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
