package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class AccountsOnH2Test extends AccountsContract {
    AccountsOnH2Test() {
        super(TestDatabase.h2());
    }
}
