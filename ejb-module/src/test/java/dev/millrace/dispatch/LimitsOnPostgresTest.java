package dev.millrace.dispatch;

import java.io.IOException;

import dev.millrace.platform.persistence.TestDatabase;

class LimitsOnPostgresTest extends LimitsContract {
    LimitsOnPostgresTest() throws IOException {
        super(TestDatabase.postgres());
    }
}
