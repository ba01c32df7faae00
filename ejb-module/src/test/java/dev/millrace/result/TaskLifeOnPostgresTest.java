package dev.millrace.result;

import dev.millrace.persistence.TestDatabase;

class TaskLifeOnPostgresTest extends TaskLifeContract {
    TaskLifeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
