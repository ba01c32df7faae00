package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class UsualAddressesOnPostgresTest extends UsualAddressesContract {
    UsualAddressesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
