package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class HeldTasksOnH2Test extends HeldTasksContract {
    HeldTasksOnH2Test() {
        super(TestDatabase.h2());
    }
}
