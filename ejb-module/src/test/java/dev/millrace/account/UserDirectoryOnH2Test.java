package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class UserDirectoryOnH2Test extends UserDirectoryContract {
    UserDirectoryOnH2Test() {
        super(TestDatabase.h2());
    }
}
