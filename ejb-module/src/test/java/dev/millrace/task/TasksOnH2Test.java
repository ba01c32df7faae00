package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class TasksOnH2Test extends TasksContract {
    TasksOnH2Test() {
        super(TestDatabase.h2());
    }
}
