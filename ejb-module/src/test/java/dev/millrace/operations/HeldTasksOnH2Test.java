package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class HeldTasksOnH2Test extends HeldTasksContract {
    HeldTasksOnH2Test() {
        super(TestDatabase.h2());
    }
}
