package dev.millrace.catalogue;

import dev.millrace.persistence.TestDatabase;

class DeclaredQueuesOnH2Test extends DeclaredQueuesContract {
    DeclaredQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
