package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class SubmitTogetherOnPostgresTest extends SubmitTogetherContract {
    SubmitTogetherOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
