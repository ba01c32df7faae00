package dev.millrace.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Ports;

/** A PostgreSQL of a test's own, always on the same free port. */
public final class PostgresServer implements AutoCloseable {
    private final int port = Ports.free();
    private final Map<String, String> settings;
    private final Path data;
    private EmbeddedPostgres server;

    private PostgresServer(Map<String, String> settings, Path data) {
        this.settings = Map.copyOf(settings);
        this.data = data;
    }

    /** One whose data goes with it when it stops, not started. */
    public static PostgresServer temporary() {
        return temporary(Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param settings as in {@code postgresql.conf}
     */
    public static PostgresServer temporary(Map<String, String> settings) {
        return new PostgresServer(settings, null);
    }

    /** One that keeps its data between its starts, not started. This deletes the folder first. */
    public static PostgresServer in(Path folder) {
        Folders.delete(folder);
        return new PostgresServer(Map.of(), folder);
    }

    /** Starts it; does nothing if it runs. */
    public PostgresServer start() {
        if (server != null) {
            return this;
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPort(port);
        settings.forEach(builder::setServerConfig);
        if (data != null) {
            builder.setDataDirectory(data).setCleanDataDirectory(false);
        }
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends its processes and with them all connections, as a restart does; does nothing if it does not run. */
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = null;
    }

    public int port() {
        return port;
    }

    /** The JDBC URL of the database that it has from the start. */
    public String url() {
        return url(port, "postgres");
    }

    /** The same through a proxy on that port. */
    public static String urlThrough(int proxyPort) {
        return url(proxyPort, "postgres");
    }

    /** Makes a new, empty database instead of an earlier one of that name, and returns its JDBC URL. */
    public String newDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return url(port, name);
    }

    /** The number that a query returns. */
    public long count(String query) {
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
        stop();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
    }
}
