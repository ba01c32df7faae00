package dev.millrace.catalogue;

import dev.millrace.platform.persistence.TestDatabase;

class DeclareNamedQueuesOnH2Test extends DeclareNamedQueuesContract {
    DeclareNamedQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
