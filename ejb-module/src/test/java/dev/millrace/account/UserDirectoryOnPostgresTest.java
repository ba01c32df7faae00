package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class UserDirectoryOnPostgresTest extends UserDirectoryContract {
    UserDirectoryOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
