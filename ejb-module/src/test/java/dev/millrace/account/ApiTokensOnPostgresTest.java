package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class ApiTokensOnPostgresTest extends ApiTokensContract {
    ApiTokensOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
