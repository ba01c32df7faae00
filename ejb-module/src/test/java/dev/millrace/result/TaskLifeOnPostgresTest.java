package dev.millrace.result;

import java.io.IOException;

import dev.millrace.persistence.TestDatabase;

class TaskLifeOnPostgresTest extends TaskLifeContract {
    TaskLifeOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
