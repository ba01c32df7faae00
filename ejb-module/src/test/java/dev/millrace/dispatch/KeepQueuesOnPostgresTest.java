package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class KeepQueuesOnPostgresTest extends KeepQueuesContract {
    KeepQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
