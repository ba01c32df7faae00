package dev.millrace.platform.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The configured database, or an embedded H2 file. The server pools connection proxies, which at their use borrow a
 * connection from the node's one {@link ConnectionPool}. So the pool detects dead connections and has the configured
 * size on every server, without settings of the server's own.
 */
public class MillraceDataSource implements DataSource {
    /** How long H2 waits for a row; its own two seconds are too short for a change of 500 tasks. */
    static final int LOCK_TIMEOUT_MILLIS = 20_000;

    /** H2 caches a connection's last statements, eight by default; that is fewer than recur. */
    static final int QUERY_CACHE_SIZE = 128;

    private static final String EMBEDDED_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
            + LOCK_TIMEOUT_MILLIS + ";QUERY_CACHE_SIZE=" + QUERY_CACHE_SIZE;

    /** The server may create this class many times; the node has one pool. */
    private static final class Pool {
        static final ConnectionPool OF_NODE = pool(DatabaseSettings.read());

        private static ConnectionPool pool(DatabaseSettings settings) {
            DataSource database = database(settings, settings.maxWait());
            int timeout = (int) settings.timeout().toMillis();
            return new ConnectionPool(
                    () -> connected(database, timeout), settings.poolSize(), settings.maxWait(), System::nanoTime);
        }

        /** The login has a shorter timeout than later statements. */
        private static Connection connected(DataSource database, int timeoutMillis) throws SQLException {
            Connection connection = database.getConnection();
            if (connection.getNetworkTimeout() > 0) {
                connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            }
            return connection;
        }
    }

    private DataSource target;

    /** Some servers require a URL in the data source's definition; {@code millrace.db.url} counts. */
    public void setUrl(String url) {
        if (!url.startsWith("env:")) {
            throw new IllegalArgumentException("the database's address comes from millrace.db.url");
        }
    }

    /** The same database without a pool, for work that holds one connection for an unlimited time. */
    static DataSource unpooled() {
        return database(DatabaseSettings.read(), Duration.ZERO);
    }

    /** Created at first use: by then the start has checked the configuration and reported its faults. */
    private synchronized DataSource target() {
        if (target == null) {
            target = unpooled();
        }
        return target;
    }

    /** Closes the node's connections, as the application's last use of the database. */
    static void closePool() {
        Pool.OF_NODE.close();
    }

    /** @param timeout for each answer of PostgreSQL; zero: none */
    private static DataSource database(DatabaseSettings settings, Duration timeout) {
        return settings.isPostgres() ? postgres(settings, timeout) : h2(settings);
    }

    private static DataSource postgres(DatabaseSettings settings, Duration timeout) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(settings.url());
        postgres.setReWriteBatchedInserts(true);
        postgres.setTcpKeepAlive(true);
        postgres.setSocketTimeout((int) timeout.toSeconds());
        if (settings.user() != null) {
            postgres.setUser(settings.user());
        }
        if (settings.password() != null) {
            postgres.setPassword(settings.password());
        }
        return postgres;
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(settings.url().contains(";") ? settings.url() : settings.url() + EMBEDDED_OPTIONS);
        h2.setUser(settings.user() == null ? "sa" : settings.user());
        h2.setPassword(settings.password() == null ? "" : settings.password());
        return h2;
    }

    @Override
    public Connection getConnection() {
        return BorrowingConnection.from(Pool.OF_NODE);
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target().getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target()) ? type.cast(target()) : target().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target()) || target().isWrapperFor(type);
    }
}
