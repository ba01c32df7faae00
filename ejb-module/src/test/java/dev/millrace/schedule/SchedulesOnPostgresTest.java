package dev.millrace.schedule;

import java.io.IOException;

import dev.millrace.persistence.TestDatabase;

class SchedulesOnPostgresTest extends SchedulesContract {
    SchedulesOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
