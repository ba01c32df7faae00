package dev.millrace.catalogue;

import dev.millrace.persistence.TestDatabase;

class TaskTypesOnPostgresTest extends TaskTypesContract {
    TaskTypesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
