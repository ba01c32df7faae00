package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class DeclaredQueuesOnH2Test extends DeclaredQueuesContract {
    DeclaredQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
