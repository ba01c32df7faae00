package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class SubmitOnH2Test extends SubmitContract {
    SubmitOnH2Test() {
        super(TestDatabase.h2());
    }
}
