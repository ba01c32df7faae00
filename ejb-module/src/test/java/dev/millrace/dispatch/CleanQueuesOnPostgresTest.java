package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class CleanQueuesOnPostgresTest extends CleanQueuesContract {
    CleanQueuesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
