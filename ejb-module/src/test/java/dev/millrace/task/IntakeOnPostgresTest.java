package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class IntakeOnPostgresTest extends IntakeContract {
    IntakeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
