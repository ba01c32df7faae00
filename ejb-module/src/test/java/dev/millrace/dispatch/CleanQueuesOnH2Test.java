package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class CleanQueuesOnH2Test extends CleanQueuesContract {
    CleanQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
