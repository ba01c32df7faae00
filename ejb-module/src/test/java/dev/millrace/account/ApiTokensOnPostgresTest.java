package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class ApiTokensOnPostgresTest extends ApiTokensContract {
    ApiTokensOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
