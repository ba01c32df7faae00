package dev.millrace.audit;

import dev.millrace.persistence.TestDatabase;

class AuditOnPostgresTest extends AuditContract {
    AuditOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
