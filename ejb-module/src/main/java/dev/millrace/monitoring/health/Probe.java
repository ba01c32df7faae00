package dev.millrace.monitoring.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Causes;

/**
 * Looks whether something is there, and tells the log when that changes. A look that does not come back counts as a no
 * after a while.
 */
final class Probe implements Step {
    /** How long an answer counts. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = NodeLog.of(Probe.class);

    /** Something that throws when it is not there; the message says what is missing. */
    interface Check {
        void look() throws Exception;
    }

    private final String what;
    private final Check look;
    private final Clock clock;
    private volatile Instant seen = Instant.MIN;
    private Instant awaySince;

    /** @param what it looks for, as the log names it */
    Probe(String what, Check look, Clock clock) {
        this.what = what;
        this.look = look;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        try {
            look.look();
            seen = clock.instant();
            tellBack();
        } catch (Throwable e) {
            seen = Instant.MIN;
            tellAway(e);
        }
        return Progress.NONE;
    }

    boolean isThere() {
        return clock.instant().minus(FRESH).isBefore(seen);
    }

    private void tellAway(Throwable why) {
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.log(Level.WARNING, "{0} is away: {1}", what, reason(why));
        }
        LOG.log(Level.DEBUG, what + " is away", why);
    }

    private void tellBack() {
        if (awaySince != null) {
            long seconds = Duration.between(awaySince, clock.instant()).toSeconds();
            LOG.log(Level.INFO, "{0} is back after {1} s", what, seconds);
            awaySince = null;
        }
    }

    private static String reason(Throwable why) {
        Throwable root = rootOf(why);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Throwable rootOf(Throwable error) {
        return Causes.of(error).reduce(error, (outer, inner) -> inner);
    }
}
