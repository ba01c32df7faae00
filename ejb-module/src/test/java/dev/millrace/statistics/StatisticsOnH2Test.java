package dev.millrace.statistics;

import dev.millrace.persistence.TestDatabase;

class StatisticsOnH2Test extends StatisticsContract {
    StatisticsOnH2Test() {
        super(TestDatabase.h2());
    }
}
