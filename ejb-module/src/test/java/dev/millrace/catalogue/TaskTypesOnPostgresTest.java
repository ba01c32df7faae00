package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class TaskTypesOnPostgresTest extends TaskTypesContract {
    TaskTypesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
