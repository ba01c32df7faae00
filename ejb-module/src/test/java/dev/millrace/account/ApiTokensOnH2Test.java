package dev.millrace.account;

import dev.millrace.persistence.TestDatabase;

class ApiTokensOnH2Test extends ApiTokensContract {
    ApiTokensOnH2Test() {
        super(TestDatabase.h2());
    }
}
