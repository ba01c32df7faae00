package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class BulkOperationsOnPostgresTest extends BulkOperationsContract {
    BulkOperationsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
