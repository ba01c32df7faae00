package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class SessionsOnPostgresTest extends SessionsContract {
    SessionsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
