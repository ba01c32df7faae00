package dev.millrace.control;

import java.io.IOException;

import dev.millrace.persistence.TestDatabase;

class UniqueRetryOnPostgresTest extends UniqueRetryContract {
    UniqueRetryOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
