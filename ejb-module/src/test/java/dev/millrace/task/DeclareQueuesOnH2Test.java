package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class DeclareQueuesOnH2Test extends DeclareQueuesContract {
    DeclareQueuesOnH2Test() {
        super(TestDatabase.h2());
    }
}
