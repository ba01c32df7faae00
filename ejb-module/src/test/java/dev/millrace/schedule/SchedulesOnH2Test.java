package dev.millrace.schedule;

import dev.millrace.persistence.TestDatabase;

class SchedulesOnH2Test extends SchedulesContract {
    SchedulesOnH2Test() {
        super(TestDatabase.h2());
    }
}
