package dev.millrace.worker.execution;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts a worker's loops after every error: a handler can exhaust memory at any statement, even while an error is
 * logged.
 */
final class Supervised {
    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Supervised() {}

    /** @return a loop that starts again after an error, until it returns by itself */
    static Runnable loop(String name, Runnable loop) {
        return () -> {
            boolean logged = false;
            while (!ranWithoutError(name, loop, logged)) {
                logged = true;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        };
    }

    /** @return a step whose errors do not reach its timer */
    static Runnable step(String name, Runnable step) {
        return () -> ranWithoutError(name, step, false);
    }

    private static boolean ranWithoutError(String name, Runnable task, boolean logged) {
        try {
            task.run();
            return true;
        } catch (Throwable e) {
            if (!logged) {
                logOnce(name, e);
            }
            return false;
        }
    }

    private static void logOnce(String name, Throwable failure) {
        try {
            LOG.error("Failed, restarting: {}", name, failure);
        } catch (Throwable e) {
            LockSupport.parkNanos(PAUSE_NANOS); // no memory even for the log
        }
    }
}
