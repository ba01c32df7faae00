package dev.millrace.audit;

import dev.millrace.platform.persistence.TestDatabase;

class AuditOnPostgresTest extends AuditContract {
    AuditOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
