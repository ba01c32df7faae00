package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class TaskLifecycleOnH2Test extends TaskLifecycleContract {
    TaskLifecycleOnH2Test() {
        super(TestDatabase.h2());
    }
}
