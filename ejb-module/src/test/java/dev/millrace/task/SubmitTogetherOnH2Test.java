package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class SubmitTogetherOnH2Test extends SubmitTogetherContract {
    SubmitTogetherOnH2Test() {
        super(TestDatabase.h2());
    }
}
