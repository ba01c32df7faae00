package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The guarantees to a server, tested on a pool with a single connection, which reveals code that does not return it.
 */
abstract class BorrowingConnectionContract {
    private final AtomicLong nanos = new AtomicLong();
    private ConnectionPool pool;

    /** A database of the test's own, which remains without connections. */
    abstract DataSource database();

    /** Closes all connections from the other side, as a restart does. */
    abstract void endAllConnections();

    @BeforeEach
    void open() throws SQLException {
        DataSource database = database();
        pool = new ConnectionPool(database::getConnection, 1, Duration.ofMillis(50), nanos::get);
        update(connection(), "create table line (text varchar(20))");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_commit_preserves_writes_and_returns_the_connection() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        update(connection, "insert into line values ('kept')");
        connection.commit();

        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void a_rollback_discards_writes() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        update(connection, "insert into line values ('gone')");
        connection.rollback();

        assertThat(lines()).isZero();
    }

    @Test
    void a_connection_closed_within_a_transaction_discards_writes() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        update(connection, "insert into line values ('gone')");
        connection.close();

        assertThat(lines()).isZero();
    }

    @Test
    void transactions_of_one_proxy_follow_each_other() throws SQLException {
        Connection connection = connection();
        for (int i = 0; i < 3; i++) {
            connection.setAutoCommit(false);
            update(connection, "insert into line values ('kept')");
            connection.commit();
            connection.setAutoCommit(true);
            update(connection, "insert into line values ('kept, too')");
        }

        assertThat(lines()).isEqualTo(6);
    }

    @Test
    void client_info_is_ignored_and_permanent_changes_are_rejected() throws SQLException {
        Connection connection = connection();

        connection.setClientInfo("ApplicationName", "a server");
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setReadOnly(false);

        assertThatThrownBy(() -> connection.setSchema("other")).isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(() -> connection.setReadOnly(true)).isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void an_unused_proxy_borrows_no_connection() throws SQLException {
        Connection idle = connection();
        idle.setAutoCommit(false);
        Connection busy = connection();

        update(busy, "insert into line values ('kept')");
        idle.commit();
        idle.rollback();

        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void connections_ended_by_a_restart_are_not_lent_again() throws SQLException {
        Connection connection = connection();
        update(connection, "insert into line values ('kept')");

        endAllConnections();
        nanos.addAndGet(ConnectionPool.VALID_FOR.toNanos());

        update(connection, "insert into line values ('kept')");
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void a_restart_within_a_transaction_loses_only_that_transaction() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        update(connection, "insert into line values ('gone')");

        endAllConnections();
        assertThatThrownBy(() -> {
            update(connection, "insert into line values ('gone')");
            connection.commit();
        });
        assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);

        update(connection, "insert into line values ('kept')");
        connection.commit();
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_another_thread_ends_leaves_its_statements_dead() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        Statement late = connection.createStatement();
        late.executeUpdate("insert into line values ('gone')");

        CompletableFuture.runAsync(() -> rollback(connection)).join();

        assertThatThrownBy(() -> late.executeUpdate("insert into line values ('late')"))
                .isInstanceOf(SQLException.class);
        assertThat(lines()).isZero();
    }

    private Connection connection() {
        return BorrowingConnection.from(pool);
    }

    private int lines() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from line")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs on a connection of its own. */
    static void on(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
