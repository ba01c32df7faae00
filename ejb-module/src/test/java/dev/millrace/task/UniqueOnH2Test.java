package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class UniqueOnH2Test extends UniqueContract {
    UniqueOnH2Test() {
        super(TestDatabase.h2());
    }
}
