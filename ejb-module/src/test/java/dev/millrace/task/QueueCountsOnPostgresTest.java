package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class QueueCountsOnPostgresTest extends QueueCountsContract {
    QueueCountsOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
