package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class LimitsOnH2Test extends LimitsContract {
    LimitsOnH2Test() {
        super(TestDatabase.h2());
    }
}
