package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class GroupCommitOnPostgresTest extends GroupCommitContract {
    GroupCommitOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
