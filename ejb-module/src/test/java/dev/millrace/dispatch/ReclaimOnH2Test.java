package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class ReclaimOnH2Test extends ReclaimContract {
    ReclaimOnH2Test() {
        super(TestDatabase.h2());
    }
}
