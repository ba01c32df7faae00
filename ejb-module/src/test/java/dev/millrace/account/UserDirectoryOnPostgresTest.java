package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class UserDirectoryOnPostgresTest extends UserDirectoryContract {
    UserDirectoryOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
