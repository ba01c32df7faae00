package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class DeclareQueuesOnH2Test extends DeclareQueuesContract {
    DeclareQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
