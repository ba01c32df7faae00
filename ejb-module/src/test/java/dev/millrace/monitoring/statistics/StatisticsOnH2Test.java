package dev.millrace.monitoring.statistics;

import dev.millrace.platform.persistence.TestDatabase;

class StatisticsOnH2Test extends StatisticsContract {
    StatisticsOnH2Test() {
        super(TestDatabase.h2());
    }
}
