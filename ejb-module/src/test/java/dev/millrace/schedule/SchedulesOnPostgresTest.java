package dev.millrace.schedule;

import java.io.IOException;

import dev.millrace.platform.persistence.TestDatabase;

class SchedulesOnPostgresTest extends SchedulesContract {
    SchedulesOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
