package dev.millrace.platform.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;

/** The failed rounds in a row of one loop: tells the log of the first, and how long to wait. For one thread at a time. */
final class FailureBackoff {
    static final long LONGEST_RETRY_MILLIS = 2_000;

    private static final Logger LOG = NodeLog.of(FailureBackoff.class);

    private final String name;
    private long inARow;
    private boolean told;

    /** @param name of the loop, as the log shows it */
    FailureBackoff(String name) {
        this.name = name;
    }

    /** A round has ended well. */
    void over() {
        if (inARow > 0) {
            LOG.log(told ? Level.INFO : Level.DEBUG, "{0} works again after {1} failed rounds", name, inARow);
            inARow = 0;
            told = false;
        }
    }

    /**
     * A round has failed.
     *
     * @param why an error of the virtual machine, too; then telling it may fail as well, which the next failure makes up for
     * @return after how many milliseconds to try again
     */
    long add(Throwable why) {
        inARow++;
        try {
            told |= report(why);
        } catch (RuntimeException | Error unreported) {
            told = false;
        }
        return Math.min(LONGEST_RETRY_MILLIS, 50L << Math.min(inARow, 10));
    }

    /** @return whether it was told; an outage is told by those who watch for it, once for all loops */
    private boolean report(Throwable why) {
        boolean outage = Outage.behind(why).isPresent();
        if (outage) {
            LOG.log(Level.DEBUG, name + " failed a round and tries again", why);
        } else if (!told) {
            LOG.log(Level.WARNING, name + " failed a round and tries again: " + why, why);
        } else if (inARow % 30 == 0) {
            LOG.log(Level.WARNING, "{0} has failed {1} rounds in a row: {2}", name, inARow, why.toString());
        }
        return !outage;
    }
}
