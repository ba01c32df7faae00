package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class SubmitTogetherOnPostgresTest extends SubmitTogetherContract {
    SubmitTogetherOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
