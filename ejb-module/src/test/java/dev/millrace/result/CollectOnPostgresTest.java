package dev.millrace.result;

import dev.millrace.persistence.TestDatabase;

class CollectOnPostgresTest extends CollectContract {
    CollectOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
