package dev.millrace.dispatch;

import dev.millrace.persistence.TestDatabase;

class DispatchOnH2Test extends DispatchContract {
    DispatchOnH2Test() {
        super(TestDatabase.h2());
    }
}
