package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class TaskTypesOnH2Test extends TaskTypesContract {
    TaskTypesOnH2Test() {
        super(TestDatabase.h2());
    }
}
