package dev.millrace.retention;

import dev.millrace.persistence.TestDatabase;

class RetentionOnPostgresTest extends RetentionContract {
    RetentionOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
