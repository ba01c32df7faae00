package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class RegistrationsOnPostgresTest extends RegistrationsContract {
    RegistrationsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
