package dev.millrace.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;

import jakarta.resource.ResourceException;

/**
 * A dependency of Millrace is unavailable. Every call fails then, and no error says more than the first one. So the
 * probes log the outage once, and callers that meet its errors do not.
 */
public enum Outage {
    DATABASE,
    REDIS;

    /** Classes of SQLSTATE: connection, insufficient resources, operator intervention. */
    private static final Set<String> SQL_STATES = Set.of("08", "53", "57");

    /** H2: the connection is broken, the database is closed. */
    private static final Set<Integer> H2_CODES = Set.of(90067, 90098, 90121);

    /** By name, since this package must not depend on the client of Redis. */
    private static final Set<String> REDIS_ERRORS = Set.of(
            "redis.clients.jedis.exceptions.JedisConnectionException",
            "redis.clients.jedis.exceptions.JedisExhaustedPoolException",
            "redis.clients.jedis.exceptions.JedisClusterOperationException");

    private static final String REDIS_CLIENT = "redis.clients.jedis.exceptions.";

    /** Error replies that count as an outage; health reports them. */
    private static final Set<String> REDIS_OUTAGE_REPLIES = Set.of(
            "OOM",
            "MISCONF",
            "READONLY",
            "NOREPLICAS",
            "LOADING",
            "MASTERDOWN",
            "CLUSTERDOWN",
            "WRONGPASS",
            "NOAUTH",
            "NOPERM");

    /** @return the outage behind an error; empty for any other error */
    public static Optional<Outage> behind(Throwable error) {
        return Causes.of(error).flatMap(cause -> of(cause).stream()).findFirst();
    }

    private static Optional<Outage> of(Throwable cause) {
        if (isOfDatabase(cause)) {
            return Optional.of(DATABASE);
        }
        return REDIS_ERRORS.contains(cause.getClass().getName()) || isRedisOutageReply(cause)
                ? Optional.of(REDIS)
                : Optional.empty();
    }

    /**
     * Rethrows a failure that comes from an outage; returns for a failure of the work itself, such as one entry of many.
     *
     * @throws RuntimeException the failure, if it comes from an outage
     * @throws Error likewise
     */
    public static void rethrow(Throwable failure) {
        if (behind(failure).isEmpty()) {
            return;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static boolean isRedisOutageReply(Throwable cause) {
        return cause.getClass().getName().startsWith(REDIS_CLIENT)
                && cause.getMessage() != null
                && REDIS_OUTAGE_REPLIES.contains(cause.getMessage().split(" ", 2)[0]);
    }

    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof ResourceException // the server's pool cannot connect
                || cause instanceof XAException && isOfConnection(cause)
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLException sql && hasOutageState(sql);
    }

    /** Payara passes on only the message of an error of a connection that dies during a commit. */
    private static boolean isOfConnection(Throwable cause) {
        return cause.getMessage() != null && cause.getMessage().startsWith(ResourceException.class.getPackageName());
    }

    private static boolean hasOutageState(SQLException error) {
        String state = error.getSQLState();
        return H2_CODES.contains(error.getErrorCode())
                || state != null && state.length() == 5 && SQL_STATES.contains(state.substring(0, 2));
    }
}
