package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class FindOnPostgresTest extends FindContract {
    FindOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
