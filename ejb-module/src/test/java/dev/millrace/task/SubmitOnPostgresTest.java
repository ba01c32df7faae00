package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class SubmitOnPostgresTest extends SubmitContract {
    SubmitOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
