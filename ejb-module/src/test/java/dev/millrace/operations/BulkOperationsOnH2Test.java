package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class BulkOperationsOnH2Test extends BulkOperationsContract {
    BulkOperationsOnH2Test() {
        super(TestDatabase.h2());
    }
}
