package dev.millrace.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of the test's own, which the servers reach over a {@link Proxy}. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Proxy network;

    Postgres() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        network = Proxy.to(server.getPort());
    }

    String url() {
        return "jdbc:postgresql://localhost:" + network.port() + "/postgres?user=postgres";
    }

    Proxy network() {
        return network;
    }

    /** The number that a query gives, past the proxy. */
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
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
