package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class GroupCommitOnH2Test extends GroupCommitContract {
    GroupCommitOnH2Test() {
        super(TestDatabase.h2());
    }
}
