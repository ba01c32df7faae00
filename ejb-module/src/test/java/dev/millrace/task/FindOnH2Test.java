package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class FindOnH2Test extends FindContract {
    FindOnH2Test() {
        super(TestDatabase.h2());
    }
}
