package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class SessionsOnPostgresTest extends SessionsContract {
    SessionsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
