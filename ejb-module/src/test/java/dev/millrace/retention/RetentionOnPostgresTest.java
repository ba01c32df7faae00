package dev.millrace.retention;

import dev.millrace.platform.persistence.TestDatabase;

class RetentionOnPostgresTest extends RetentionContract {
    RetentionOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
