package dev.millrace.control;

import dev.millrace.persistence.TestDatabase;

class UniqueRetryOnH2Test extends UniqueRetryContract {
    UniqueRetryOnH2Test() {
        super(TestDatabase.h2());
    }
}
