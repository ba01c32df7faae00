package dev.millrace.retention;

import dev.millrace.platform.persistence.TestDatabase;

class RetentionOnH2Test extends RetentionContract {
    RetentionOnH2Test() {
        super(TestDatabase.h2());
    }
}
