package dev.millrace.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that the environment names, or an embedded H2 file. The server pools its connections; it makes this
 * class before CDI and MicroProfile Config exist, so the keys come from system properties and the environment alone.
 */
public class MillraceDataSource implements DataSource {
    /** How long H2 waits for a row; its own two seconds are too short for one who changes 500 tasks at a time. */
    static final int LOCK_TIMEOUT_MILLIS = 20_000;

    /** H2 remembers a connection's last statements, eight by itself; fewer than are used again and again. */
    static final int QUERY_CACHE_SIZE = 128;

    private static final String EMBEDDED_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
            + LOCK_TIMEOUT_MILLIS + ";QUERY_CACHE_SIZE=" + QUERY_CACHE_SIZE;

    private DataSource target;

    /** Part of the data source's definition, which some servers want; what counts is {@code millrace.db.url}. */
    public void setUrl(String url) {
        if (!url.startsWith("env:")) {
            throw new IllegalArgumentException("the database's address comes from millrace.db.url");
        }
    }

    /** Made when it is first needed: by then the configuration has been looked at, and a fault in it told readably. */
    private synchronized DataSource target() {
        if (target == null) {
            target = made();
        }
        return target;
    }

    private static DataSource made() {
        DatabaseSettings settings = DatabaseSettings.read();
        if (settings.isPostgres()) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(settings.url());
            postgres.setReWriteBatchedInserts(true);
            if (settings.user() != null) {
                postgres.setUser(settings.user());
            }
            if (settings.password() != null) {
                postgres.setPassword(settings.password());
            }
            return postgres;
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(settings.url().contains(";") ? settings.url() : settings.url() + EMBEDDED_OPTIONS);
        h2.setUser(settings.user() == null ? "sa" : settings.user());
        h2.setPassword(settings.password() == null ? "" : settings.password());
        return h2;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return target().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target().getConnection();
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
