package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class RegistrationsOnH2Test extends RegistrationsContract {
    RegistrationsOnH2Test() {
        super(TestDatabase.h2());
    }
}
