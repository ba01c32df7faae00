package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class CollectOnH2Test extends CollectContract {
    CollectOnH2Test() {
        super(TestDatabase.h2());
    }
}
