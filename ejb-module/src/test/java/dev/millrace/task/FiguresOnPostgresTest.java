package dev.millrace.task;

import dev.millrace.persistence.TestDatabase;

class FiguresOnPostgresTest extends FiguresContract {
    FiguresOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
