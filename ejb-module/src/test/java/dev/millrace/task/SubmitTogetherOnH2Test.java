package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class SubmitTogetherOnH2Test extends SubmitTogetherContract {
    SubmitTogetherOnH2Test() {
        super(TestDatabase.h2());
    }
}
