package dev.millrace.task;

import dev.millrace.platform.persistence.TestDatabase;

class QueueCountsOnH2Test extends QueueCountsContract {
    QueueCountsOnH2Test() {
        super(TestDatabase.h2());
    }
}
