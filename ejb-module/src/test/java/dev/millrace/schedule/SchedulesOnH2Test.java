package dev.millrace.schedule;

import dev.millrace.platform.persistence.TestDatabase;

class SchedulesOnH2Test extends SchedulesContract {
    SchedulesOnH2Test() {
        super(TestDatabase.h2());
    }
}
