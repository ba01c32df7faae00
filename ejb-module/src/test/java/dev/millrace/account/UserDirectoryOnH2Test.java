package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class UserDirectoryOnH2Test extends UserDirectoryContract {
    UserDirectoryOnH2Test() {
        super(TestDatabase.h2());
    }
}
