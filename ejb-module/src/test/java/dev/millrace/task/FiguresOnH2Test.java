package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class FiguresOnH2Test extends FiguresContract {
    FiguresOnH2Test() {
        super(TestDatabase.h2());
    }
}
