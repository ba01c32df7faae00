package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class AdmissionControlOnH2Test extends AdmissionControlContract {
    AdmissionControlOnH2Test() {
        super(TestDatabase.h2());
    }
}
