package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class AdmissionControlOnPostgresTest extends AdmissionControlContract {
    AdmissionControlOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
