package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class FiguresOnPostgresTest extends FiguresContract {
    FiguresOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
