package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionPoolTest {
    private static final Duration LITTLE = Duration.ofMillis(20);

    private final AtomicLong nanos = new AtomicLong();
    private final List<Connection> opened = new ArrayList<>();
    private final ConnectionPool pool = new ConnectionPool(this::open, 2, LITTLE, nanos::get);
    private SQLException outage;

    @Test
    void connections_that_died_while_idle_are_never_lent() throws SQLException {
        rest(pool.borrow(), pool.borrow());
        for (Connection connection : opened) {
            connection.close();
        }
        nanos.addAndGet(ConnectionPool.VALID_FOR.toNanos());

        Connection lent = pool.borrow();

        assertThat(lent.isValid(1)).isTrue();
        assertThat(opened).hasSize(3).last().isSameAs(lent);
    }

    @Test
    void a_connection_that_broke_while_lent_closes_the_idle_ones() throws SQLException {
        Connection broken = pool.borrow();
        rest(pool.borrow());

        broken.close();
        pool.giveBack(broken, true);

        assertThat(opened.get(1).isClosed()).isTrue();
        assertThat(pool.borrow().isValid(1)).isTrue();
    }

    @Test
    void a_connection_that_works_is_lent_again() throws SQLException {
        Connection first = pool.borrow();
        rest(first);
        nanos.addAndGet(ConnectionPool.VALID_FOR.toNanos());

        assertThat(pool.borrow()).isSameAs(first);
    }

    @Test
    void no_more_connections_are_lent_than_the_pool_has() throws SQLException {
        Connection first = pool.borrow();
        pool.borrow();

        assertThatThrownBy(pool::borrow).isInstanceOf(SQLTransientConnectionException.class);
        rest(first);
        assertThat(pool.borrow()).isSameAs(first);
    }

    @Test
    void a_failed_connect_reports_why_and_frees_its_slot() throws SQLException {
        outage = new SQLException("refused", "08001");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(pool::borrow).isSameAs(outage);
        }

        outage = null;

        assertThat(pool.borrow().isValid(1)).isTrue();
        assertThat(pool.borrow().isValid(1)).isTrue();
    }

    @Test
    void a_closed_pool_lends_no_connection_and_closes_returned_ones() throws SQLException {
        Connection lent = pool.borrow();

        pool.close();
        pool.giveBack(lent, true);

        assertThat(lent.isClosed()).isTrue();
        assertThatThrownBy(pool::borrow).isInstanceOf(SQLException.class);
    }

    private void rest(Connection... connections) {
        for (Connection connection : connections) {
            pool.giveBack(connection, true);
        }
    }

    private Connection open() throws SQLException {
        if (outage != null) {
            throw outage;
        }
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        Connection connection = memory.getConnection();
        opened.add(connection);
        return connection;
    }
}
