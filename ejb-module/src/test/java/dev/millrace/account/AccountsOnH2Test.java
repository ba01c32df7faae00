package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class AccountsOnH2Test extends AccountsContract {
    AccountsOnH2Test() {
        super(TestDatabase.h2());
    }
}
