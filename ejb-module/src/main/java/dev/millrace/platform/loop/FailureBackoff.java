package dev.millrace.platform.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;

/** Counts one loop's consecutive failures, logs the first and returns the backoff. For one thread at a time. */
final class FailureBackoff {
    static final long MAX_BACKOFF_MILLIS = 2_000;

    private static final Logger LOG = NodeLog.of(FailureBackoff.class);

    private final String name;
    private long consecutive;
    private boolean logged;

    /** @param name of the loop, as the log shows it */
    FailureBackoff(String name) {
        this.name = name;
    }

    /** A round has succeeded. */
    void succeeded() {
        if (consecutive > 0) {
            LOG.log(logged ? Level.INFO : Level.DEBUG, "Loop {0} recovered after {1} failed rounds", name, consecutive);
            consecutive = 0;
            logged = false;
        }
    }

    /**
     * A round has failed.
     *
     * @param failure may be an error of the virtual machine; if logging fails too, the next failure is logged
     * @return the backoff in milliseconds
     */
    long failed(Throwable failure) {
        consecutive++;
        try {
            logged |= log(failure);
        } catch (RuntimeException | Error unreported) {
            logged = false;
        }
        return Math.min(MAX_BACKOFF_MILLIS, 50L << Math.min(consecutive, 10));
    }

    /** @return whether this logged it for operators; the probes log an outage, once for all loops */
    private boolean log(Throwable failure) {
        boolean outage = Outage.behind(failure).isPresent();
        if (outage) {
            LOG.log(Level.DEBUG, "Loop " + name + " failed, will retry", failure);
        } else if (!logged) {
            LOG.log(Level.WARNING, "Loop " + name + " failed, will retry: " + failure, failure);
        } else if (consecutive % 30 == 0) {
            LOG.log(Level.WARNING, "Loop {0} failed {1} times in a row: {2}", name, consecutive, failure.toString());
        }
        return !outage;
    }
}
