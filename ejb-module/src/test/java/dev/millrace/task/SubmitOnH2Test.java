package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class SubmitOnH2Test extends SubmitContract {
    SubmitOnH2Test() {
        super(TestDatabase.h2());
    }
}
