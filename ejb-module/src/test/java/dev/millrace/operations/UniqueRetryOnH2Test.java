package dev.millrace.operations;

import dev.millrace.platform.persistence.TestDatabase;

class UniqueRetryOnH2Test extends UniqueRetryContract {
    UniqueRetryOnH2Test() {
        super(TestDatabase.h2());
    }
}
