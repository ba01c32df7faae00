package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class KeepQueuesOnH2Test extends KeepQueuesContract {
    KeepQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
