package dev.millrace.monitoring.statistics;

import dev.millrace.platform.persistence.TestDatabase;

class StatisticsOnPostgresTest extends StatisticsContract {
    StatisticsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
