package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class ApiTokensOnH2Test extends ApiTokensContract {
    ApiTokensOnH2Test() {
        super(TestDatabase.h2());
    }
}
