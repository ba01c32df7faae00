package dev.millrace.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.millrace.itests.stack.BuildOutput;
import dev.millrace.itests.stack.Folders;
import dev.millrace.testkit.process.Ports;

/** A PostgreSQL of the test's own, which the servers reach over a {@link FaultProxy}. The test can stop and restart it. */
final class RestartablePostgres implements AutoCloseable {
    private static final Path DATA = BuildOutput.TARGET.resolve("stacks/postgres-data");

    private final int port = Ports.free();
    private final FaultProxy network = FaultProxy.to(port);
    private EmbeddedPostgres server;

    RestartablePostgres() {
        Folders.delete(DATA);
        start();
    }

    /** Starts it, on the same port and with its former data; does nothing if it runs. */
    void start() {
        if (server != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(DATA)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its processes and with them all connections, as a restart does; its data stay. */
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = null;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + network.port() + "/postgres?user=postgres";
    }

    FaultProxy network() {
        return network;
    }

    /** The number that a query returns, past the proxy. */
    long count(String query) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        network.close();
        if (server != null) {
            stop();
        }
    }
}
