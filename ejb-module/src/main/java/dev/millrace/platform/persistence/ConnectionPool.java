package dev.millrace.platform.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.millrace.platform.node.NodeLog;

/**
 * A bounded number of connections. It lends only working ones: it validates an idle connection first. A broken one
 * closes all idle ones, since they lead to the same server. During an outage each borrower fails at once.
 */
final class ConnectionPool implements AutoCloseable {
    /** The pool lends a connection without validation if it was idle no longer than this. */
    static final Duration VALID_FOR = Duration.ofMillis(500);

    private static final Logger LOG = NodeLog.of(ConnectionPool.class);
    private static final Duration MAX_IDLE = Duration.ofMinutes(10);
    private static final int ANSWER_SECONDS = 2;

    /** Opens a connection to the database. */
    interface Source {
        Connection open() throws SQLException;
    }

    private record Idle(Connection connection, long since) {}

    private final Source source;
    private final int size;
    private final Duration wait;
    private final LongSupplier nanoTime;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * @param size maximum number of connections
     * @param wait how long a borrower waits while all are lent
     */
    ConnectionPool(Source source, int size, Duration wait, LongSupplier nanoTime) {
        this.source = source;
        this.size = size;
        this.wait = wait;
        this.nanoTime = nanoTime;
        this.free = new Semaphore(size, true);
    }

    /**
     * Lends a connection that commits each statement by itself; exactly one {@link #giveBack} must follow.
     *
     * @throws SQLTransientConnectionException if all are lent for longer than a borrower waits
     * @throws SQLException if the database is unreachable
     */
    Connection borrow() throws SQLException {
        awaitFree();
        try {
            return validOrNew();
        } catch (SQLException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    /** @param intact false if the pool must not lend it again */
    void giveBack(Connection connection, boolean intact) {
        try {
            if (connection.isClosed()) {
                closeIdle();
            } else if (intact && !closed) {
                idle.addFirst(new Idle(connection, nanoTime.getAsLong()));
                evictOldestIdle();
            } else {
                abort(connection);
            }
        } catch (SQLException e) {
            abort(connection);
        } finally {
            free.release();
        }
    }

    /** Closes the idle connections at once, and lent ones at their return. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void awaitFree() throws SQLException {
        if (closed) {
            throw new SQLTransientConnectionException("the connections to the database are closed", "08003");
        }
        try {
            if (!free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "all " + size + " database connections were in use for " + wait.toSeconds() + " s", "53300");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", "57014", e);
        }
    }

    private Connection validOrNew() throws SQLException {
        Idle next = idle.pollFirst();
        if (next != null) {
            if (idleTime(next) < VALID_FOR.toNanos() || next.connection.isValid(ANSWER_SECONDS)) {
                return next.connection;
            }
            abort(next.connection);
            closeIdle();
        }
        return source.open();
    }

    private long idleTime(Idle connection) {
        return nanoTime.getAsLong() - connection.since;
    }

    private void evictOldestIdle() {
        Idle oldest = idle.peekLast();
        if (oldest != null && idleTime(oldest) > MAX_IDLE.toNanos() && idle.remove(oldest)) {
            abort(oldest.connection);
        }
    }

    private void closeIdle() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            abort(next.connection);
        }
    }

    /** Aborts it first, since a close could wait long for an unreachable server. */
    private static void abort(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Failed to close a database connection: {0}", e.toString());
        }
    }
}
