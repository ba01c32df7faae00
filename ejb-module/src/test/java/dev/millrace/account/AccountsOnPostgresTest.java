package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class AccountsOnPostgresTest extends AccountsContract {
    AccountsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
