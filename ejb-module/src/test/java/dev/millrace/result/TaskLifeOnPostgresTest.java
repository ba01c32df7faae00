package dev.millrace.result;

import dev.millrace.platform.persistence.TestDatabase;

class TaskLifeOnPostgresTest extends TaskLifeContract {
    TaskLifeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
