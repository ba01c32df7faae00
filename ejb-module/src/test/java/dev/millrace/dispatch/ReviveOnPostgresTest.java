package dev.millrace.dispatch;

import dev.millrace.persistence.TestDatabase;

class ReviveOnPostgresTest extends ReviveContract {
    ReviveOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
