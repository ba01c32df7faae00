package dev.millrace.operations;

import java.io.IOException;

import dev.millrace.platform.persistence.TestDatabase;

class TaskOperationsOnPostgresTest extends TaskOperationsContract {
    TaskOperationsOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
