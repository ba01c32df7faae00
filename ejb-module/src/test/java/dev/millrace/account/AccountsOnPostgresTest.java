package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class AccountsOnPostgresTest extends AccountsContract {
    AccountsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
