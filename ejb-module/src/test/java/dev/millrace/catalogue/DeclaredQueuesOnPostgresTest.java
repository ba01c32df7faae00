package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class DeclaredQueuesOnPostgresTest extends DeclaredQueuesContract {
    DeclaredQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
