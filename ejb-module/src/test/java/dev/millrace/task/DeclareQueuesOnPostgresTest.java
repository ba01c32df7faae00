package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class DeclareQueuesOnPostgresTest extends DeclareQueuesContract {
    DeclareQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
