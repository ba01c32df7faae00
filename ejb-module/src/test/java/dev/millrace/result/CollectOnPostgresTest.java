package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class CollectOnPostgresTest extends CollectContract {
    CollectOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
