package dev.millrace.operations;

import java.io.IOException;

import dev.millrace.platform.persistence.TestDatabase;

class InterventionOnPostgresTest extends InterventionContract {
    InterventionOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
