package dev.millrace.platform.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;

/** The failed rounds in a row of one loop: tells the log of the first, and how long to wait. For one thread at a time. */
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

    /** A round has ended well. */
    void succeeded() {
        if (consecutive > 0) {
            LOG.log(logged ? Level.INFO : Level.DEBUG, "{0} works again after {1} failed rounds", name, consecutive);
            consecutive = 0;
            logged = false;
        }
    }

    /**
     * A round has failed.
     *
     * @param failure an error of the virtual machine, too; then telling it may fail as well, which the next failure makes up for
     * @return after how many milliseconds to try again
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

    /** @return whether it was told; an outage is told by those who watch for it, once for all loops */
    private boolean log(Throwable failure) {
        boolean outage = Outage.behind(failure).isPresent();
        if (outage) {
            LOG.log(Level.DEBUG, name + " failed a round and tries again", failure);
        } else if (!logged) {
            LOG.log(Level.WARNING, name + " failed a round and tries again: " + failure, failure);
        } else if (consecutive % 30 == 0) {
            LOG.log(Level.WARNING, "{0} has failed {1} rounds in a row: {2}", name, consecutive, failure.toString());
        }
        return !outage;
    }
}
