package dev.millrace.dispatch;

import dev.millrace.persistence.TestDatabase;

class DispatchOnPostgresTest extends DispatchContract {
    DispatchOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
