package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class BulkOnH2Test extends BulkContract {
    BulkOnH2Test() {
        super(TestDatabase.h2());
    }
}
