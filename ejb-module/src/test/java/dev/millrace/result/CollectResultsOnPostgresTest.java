package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class CollectResultsOnPostgresTest extends CollectResultsContract {
    CollectResultsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
