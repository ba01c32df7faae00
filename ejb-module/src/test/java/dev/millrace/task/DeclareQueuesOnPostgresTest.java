package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class DeclareQueuesOnPostgresTest extends DeclareQueuesContract {
    DeclareQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
