package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class DispatchOnPostgresTest extends DispatchContract {
    DispatchOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
