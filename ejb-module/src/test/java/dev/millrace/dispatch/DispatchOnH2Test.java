package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class DispatchOnH2Test extends DispatchContract {
    DispatchOnH2Test() {
        super(TestDatabase.h2());
    }
}
