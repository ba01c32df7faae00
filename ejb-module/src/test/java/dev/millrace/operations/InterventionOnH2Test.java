package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class InterventionOnH2Test extends InterventionContract {
    InterventionOnH2Test() {
        super(TestDatabase.h2());
    }
}
