package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class ReclaimOnPostgresTest extends ReclaimContract {
    ReclaimOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
