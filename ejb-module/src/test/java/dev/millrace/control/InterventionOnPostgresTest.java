package dev.millrace.control;

import java.io.IOException;

import dev.millrace.persistence.TestDatabase;

class InterventionOnPostgresTest extends InterventionContract {
    InterventionOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
