package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class BulkOnH2Test extends BulkContract {
    BulkOnH2Test() {
        super(TestDatabase.h2());
    }
}
