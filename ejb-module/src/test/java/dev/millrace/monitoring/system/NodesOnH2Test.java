package dev.millrace.monitoring.system;

import dev.millrace.platform.persistence.TestDatabase;

class NodesOnH2Test extends NodesContract {
    NodesOnH2Test() {
        super(TestDatabase.h2());
    }
}
