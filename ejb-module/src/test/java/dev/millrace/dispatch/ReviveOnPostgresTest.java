package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class ReviveOnPostgresTest extends ReviveContract {
    ReviveOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
