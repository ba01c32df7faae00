package dev.millrace.catalogue;

import dev.millrace.persistence.TestDatabase;

class TaskTypesOnH2Test extends TaskTypesContract {
    TaskTypesOnH2Test() {
        super(TestDatabase.h2());
    }
}
