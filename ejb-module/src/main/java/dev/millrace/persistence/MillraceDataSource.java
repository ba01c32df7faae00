package dev.millrace.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that the environment names, or an embedded H2 file. The server pools its connections; it makes this
 * class before CDI and MicroProfile Config exist, so the keys come from system properties and the environment alone.
 */
public class MillraceDataSource implements DataSource {
    static final String URL_KEY = "millrace.db.url";
    static final String USER_KEY = "millrace.db.user";
    static final String PASSWORD_KEY = "millrace.db.password";

    /** How long H2 waits for a row; its own two seconds are too short for one who changes 500 tasks at a time. */
    static final int LOCK_TIMEOUT_MILLIS = 20_000;

    private static final String EMBEDDED = "jdbc:h2:file:./.millrace/db/millrace";
    /** H2 remembers a connection's last statements, eight by itself; fewer than are used again and again. */
    static final int QUERY_CACHE_SIZE = 128;

    private static final String EMBEDDED_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
            + LOCK_TIMEOUT_MILLIS + ";QUERY_CACHE_SIZE=" + QUERY_CACHE_SIZE;

    private final DataSource target = target();

    /** Part of the data source's definition, which some servers want; what counts is {@value #URL_KEY}. */
    public void setUrl(String url) {
        if (!url.startsWith("env:")) {
            throw new IllegalArgumentException("the database's address comes from " + URL_KEY);
        }
    }

    private static DataSource target() {
        String url = setting(URL_KEY, EMBEDDED);
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(url);
            postgres.setReWriteBatchedInserts(true);
            if (setting(USER_KEY, null) != null) {
                postgres.setUser(setting(USER_KEY, null));
                postgres.setPassword(setting(PASSWORD_KEY, ""));
            }
            return postgres;
        }
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url.contains(";") ? url : url + EMBEDDED_OPTIONS);
            h2.setUser(setting(USER_KEY, "sa"));
            h2.setPassword(setting(PASSWORD_KEY, ""));
            return h2;
        }
        throw new IllegalArgumentException(URL_KEY + ": jdbc:postgresql:… or jdbc:h2:… allowed");
    }

    private static String setting(String key, String fallback) {
        String property = System.getProperty(key);
        String value = property != null
                ? property
                : System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        return value == null || value.isBlank() ? fallback : value;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return target.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target.getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || target.isWrapperFor(type);
    }
}
