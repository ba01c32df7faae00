package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class FindOnH2Test extends FindContract {
    FindOnH2Test() {
        super(TestDatabase.h2());
    }
}
