package dev.millrace.audit;

import dev.millrace.platform.persistence.TestDatabase;

class AuditOnH2Test extends AuditContract {
    AuditOnH2Test() {
        super(TestDatabase.h2());
    }
}
