package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class IntakeOnPostgresTest extends IntakeContract {
    IntakeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
