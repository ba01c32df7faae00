package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class BulkOnPostgresTest extends BulkContract {
    BulkOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
