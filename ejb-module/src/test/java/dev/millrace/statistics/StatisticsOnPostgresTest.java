package dev.millrace.statistics;

import dev.millrace.persistence.TestDatabase;

class StatisticsOnPostgresTest extends StatisticsContract {
    StatisticsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
