package dev.millrace.dispatch;

import dev.millrace.persistence.TestDatabase;

class KeepQueuesOnPostgresTest extends KeepQueuesContract {
    KeepQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
