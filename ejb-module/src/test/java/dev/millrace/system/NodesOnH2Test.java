package dev.millrace.system;

import dev.millrace.persistence.TestDatabase;

class NodesOnH2Test extends NodesContract {
    NodesOnH2Test() {
        super(TestDatabase.h2());
    }
}
