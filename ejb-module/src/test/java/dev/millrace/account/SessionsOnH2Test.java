package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class SessionsOnH2Test extends SessionsContract {
    SessionsOnH2Test() {
        super(TestDatabase.h2());
    }
}
