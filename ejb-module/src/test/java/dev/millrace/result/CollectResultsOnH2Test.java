package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class CollectResultsOnH2Test extends CollectResultsContract {
    CollectResultsOnH2Test() {
        super(TestDatabase.h2());
    }
}
