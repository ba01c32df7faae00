package dev.millrace.itests.faults;

import dev.millrace.testkit.database.PostgresServer;
import dev.millrace.testkit.network.FaultProxy;
import dev.millrace.testkit.process.BuildOutput;

/** A PostgreSQL of the test's own, which the servers reach over a {@link FaultProxy}. The test can stop and restart it. */
final class RestartablePostgres implements AutoCloseable {
    private final PostgresServer server = PostgresServer.in(BuildOutput.TARGET.resolve("stacks/postgres-data"));
    private final FaultProxy network = FaultProxy.to(server.port());

    RestartablePostgres() {
        start();
    }

    /** Starts it, on the same port and with its former data; does nothing if it runs. */
    void start() {
        server.start();
    }

    /** Ends its processes and with them all connections, as a restart does; its data stay. */
    void stop() {
        server.stop();
    }

    String url() {
        return PostgresServer.urlThrough(network.port());
    }

    FaultProxy network() {
        return network;
    }

    /** The number that a query returns, past the proxy. */
    long count(String query) {
        return server.count(query);
    }

    @Override
    public void close() {
        network.close();
        server.close();
    }
}
