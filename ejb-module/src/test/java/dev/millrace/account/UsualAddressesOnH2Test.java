package dev.millrace.account;

import dev.millrace.platform.persistence.TestDatabase;

class UsualAddressesOnH2Test extends UsualAddressesContract {
    UsualAddressesOnH2Test() {
        super(TestDatabase.h2());
    }
}
