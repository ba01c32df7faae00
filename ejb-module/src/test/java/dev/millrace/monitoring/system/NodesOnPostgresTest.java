package dev.millrace.monitoring.system;

import dev.millrace.platform.persistence.TestDatabase;

class NodesOnPostgresTest extends NodesContract {
    NodesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
