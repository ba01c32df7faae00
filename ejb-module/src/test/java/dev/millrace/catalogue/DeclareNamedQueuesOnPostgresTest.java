package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class DeclareNamedQueuesOnPostgresTest extends DeclareNamedQueuesContract {
    DeclareNamedQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
