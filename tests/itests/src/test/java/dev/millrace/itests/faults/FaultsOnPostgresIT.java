package dev.millrace.itests.faults;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Two servers on one PostgreSQL, two workers. */
class FaultsOnPostgresIT {
    private static FaultTestBed testBed;

    @BeforeAll
    static void build() {
        testBed = FaultTestBed.onPostgres();
    }

    @AfterAll
    static void close() {
        testBed.close();
    }

    @Nested
    class OfWorkers extends WorkerFaults {
        OfWorkers() {
            super(FaultsOnPostgresIT.testBed);
        }
    }

    @Nested
    class OfRedis extends RedisFaults {
        OfRedis() {
            super(FaultsOnPostgresIT.testBed);
        }
    }

    @Nested
    class OfCancelling extends CancelFaults {
        OfCancelling() {
            super(FaultsOnPostgresIT.testBed);
        }
    }

    @Nested
    class OfServers extends ServerFaults {
        OfServers() {
            super(FaultsOnPostgresIT.testBed);
        }
    }

    @Nested
    class OfLeaders extends LeaderFaults {
        OfLeaders() {
            super(FaultsOnPostgresIT.testBed);
        }
    }

    @Nested
    class OfTheDatabase extends DatabaseFaults {
        OfTheDatabase() {
            super(FaultsOnPostgresIT.testBed);
        }
    }
}
