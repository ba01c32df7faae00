package dev.millrace.dispatch;

import dev.millrace.platform.persistence.TestDatabase;

class ReviveOnH2Test extends ReviveContract {
    ReviveOnH2Test() {
        super(TestDatabase.h2());
    }
}
