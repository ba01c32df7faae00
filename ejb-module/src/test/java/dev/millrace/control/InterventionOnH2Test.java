package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class InterventionOnH2Test extends InterventionContract {
    InterventionOnH2Test() {
        super(TestDatabase.h2());
    }
}
