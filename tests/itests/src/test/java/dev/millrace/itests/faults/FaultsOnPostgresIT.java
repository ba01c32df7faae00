package dev.millrace.itests.faults;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Two servers on one PostgreSQL, two workers. */
class FaultsOnPostgresIT {
    private static FaultTestBed mill;

    @BeforeAll
    static void build() {
        mill = FaultTestBed.onPostgres();
    }

    @AfterAll
    static void close() {
        mill.close();
    }

    @Nested
    class OfWorkers extends WorkerFaults {
        OfWorkers() {
            super(FaultsOnPostgresIT.mill);
        }
    }

    @Nested
    class OfRedis extends RedisFaults {
        OfRedis() {
            super(FaultsOnPostgresIT.mill);
        }
    }

    @Nested
    class OfCancelling extends CancelFaults {
        OfCancelling() {
            super(FaultsOnPostgresIT.mill);
        }
    }

    @Nested
    class OfServers extends ServerFaults {
        OfServers() {
            super(FaultsOnPostgresIT.mill);
        }
    }

    @Nested
    class OfLeaders extends LeaderFaults {
        OfLeaders() {
            super(FaultsOnPostgresIT.mill);
        }
    }

    @Nested
    class OfTheDatabase extends DatabaseFaults {
        OfTheDatabase() {
            super(FaultsOnPostgresIT.mill);
        }
    }
}
