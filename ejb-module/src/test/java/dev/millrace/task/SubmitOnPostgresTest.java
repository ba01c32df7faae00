package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class SubmitOnPostgresTest extends SubmitContract {
    SubmitOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
