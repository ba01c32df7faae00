package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class BulkOnPostgresTest extends BulkContract {
    BulkOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
