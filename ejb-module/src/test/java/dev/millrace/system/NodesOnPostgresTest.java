package dev.millrace.system;

import dev.millrace.persistence.TestDatabase;

class NodesOnPostgresTest extends NodesContract {
    NodesOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
