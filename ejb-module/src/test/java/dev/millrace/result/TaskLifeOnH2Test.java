package dev.millrace.result;

import dev.millrace.persistence.TestDatabase;

class TaskLifeOnH2Test extends TaskLifeContract {
    TaskLifeOnH2Test() {
        super(TestDatabase.h2());
    }
}
