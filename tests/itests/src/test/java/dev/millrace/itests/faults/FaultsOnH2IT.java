package dev.millrace.itests.faults;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** One server on an H2 file, two workers. */
class FaultsOnH2IT {
    private static FaultTestBed testBed;

    @BeforeAll
    static void build() {
        testBed = FaultTestBed.onH2();
    }

    @AfterAll
    static void close() {
        testBed.close();
    }

    @Nested
    class OfWorkers extends WorkerFaults {
        OfWorkers() {
            super(FaultsOnH2IT.testBed);
        }
    }

    @Nested
    class OfHandlers extends HandlerFaults {
        OfHandlers() {
            super(FaultsOnH2IT.testBed);
        }
    }

    @Nested
    class OfChildren extends IsolationFaults {
        OfChildren() {
            super(FaultsOnH2IT.testBed);
        }
    }

    @Nested
    class OfRedis extends RedisFaults {
        OfRedis() {
            super(FaultsOnH2IT.testBed);
        }
    }

    @Nested
    class OfCancelling extends CancelFaults {
        OfCancelling() {
            super(FaultsOnH2IT.testBed);
        }
    }

    @Nested
    class OfServers extends ServerFaults {
        OfServers() {
            super(FaultsOnH2IT.testBed);
        }
    }
}
