package dev.millrace.audit;

import dev.millrace.persistence.TestDatabase;

class AuditOnH2Test extends AuditContract {
    AuditOnH2Test() {
        super(TestDatabase.h2());
    }
}
