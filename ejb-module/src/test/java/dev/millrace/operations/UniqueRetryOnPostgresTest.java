package dev.millrace.operations;

import java.io.IOException;

import dev.millrace.platform.persistence.TestDatabase;

class UniqueRetryOnPostgresTest extends UniqueRetryContract {
    UniqueRetryOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
