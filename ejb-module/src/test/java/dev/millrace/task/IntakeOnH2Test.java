package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class IntakeOnH2Test extends IntakeContract {
    IntakeOnH2Test() {
        super(TestDatabase.h2());
    }
}
