package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class TaskLifeOnH2Test extends TaskLifeContract {
    TaskLifeOnH2Test() {
        super(TestDatabase.h2());
    }
}
