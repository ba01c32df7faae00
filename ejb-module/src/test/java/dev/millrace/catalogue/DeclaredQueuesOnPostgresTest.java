package dev.millrace.catalogue;

import dev.millrace.persistence.TestDatabase;

class DeclaredQueuesOnPostgresTest extends DeclaredQueuesContract {
    DeclaredQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
