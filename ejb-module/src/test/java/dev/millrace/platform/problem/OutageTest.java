package dev.millrace.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {
    static Stream<Throwable> theDatabaseIsDown() {
        return Stream.of(
                new SQLTransientConnectionException("refused"),
                new SQLException("this connection has been closed", "08003"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLException("sorry, too many clients already", "53300"),
                new SQLException("The database has been closed", "90098", 90098),
                new IllegalStateException(new XAException(
                        "jakarta.resource.spi.LocalTransactionException: An I/O error occurred while sending")),
                new SQLException(
                        "Error in allocating a connection", new ResourceAllocationException("cannot be allocated")));
    }

    @ParameterizedTest
    @MethodSource("theDatabaseIsDown")
    void a_lost_connection_at_any_depth_of_causes_is_an_outage_of_the_database(Exception lost) {
        var wrapped = new EJBException(new PersistenceException(lost));

        assertThat(Outage.behind(wrapped)).contains(Outage.DATABASE);
    }

    @Test
    void a_lost_connection_to_redis_is_its_outage() {
        assertThat(Outage.behind(new JedisConnectionException("refused"))).contains(Outage.REDIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'.",
                "READONLY You can't write against a read only replica.",
                "MISCONF Redis is configured to save RDB snapshots",
                "WRONGPASS invalid username-password pair or user is disabled."
            })
    void a_redis_that_rejects_every_command_is_an_outage(String answer) {
        assertThat(Outage.behind(new EJBException(new JedisDataException(answer))))
                .contains(Outage.REDIS);
    }

    @Test
    void a_rejected_statement_is_no_outage() {
        assertThat(Outage.behind(new PersistenceException(new SQLException("duplicate key", "23505"))))
                .isEmpty();
        assertThat(Outage.behind(new JedisDataException("WRONGTYPE"))).isEmpty();
        assertThat(Outage.behind(new IllegalStateException())).isEmpty();
    }

    @Test
    void an_error_that_is_its_own_cause_is_examined_once() {
        Exception outer = new Exception();
        Exception inner = new Exception(outer);
        outer.initCause(inner);

        assertThat(Outage.behind(outer)).isEmpty();
    }
}
