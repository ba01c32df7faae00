package dev.millrace.monitoring.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Causes;

/**
 * Checks one dependency, and logs when its state changes. A check that hangs counts as down after a while.
 */
final class Probe implements Step {
    /** Lifetime of a result. */
    static final Duration MAX_AGE = Duration.ofSeconds(10);

    private static final Logger LOG = NodeLog.of(Probe.class);

    /** Throws while the dependency is down; the message is the reason. */
    interface Check {
        void run() throws Exception;
    }

    private final String name;
    private final Check check;
    private final Clock clock;
    private volatile Instant lastUp = Instant.MIN;
    private Instant downSince;

    /** @param name of the dependency, as the log shows it */
    Probe(String name, Check check, Clock clock) {
        this.name = name;
        this.check = check;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        try {
            check.run();
            lastUp = clock.instant();
            logUp();
        } catch (Throwable e) {
            lastUp = Instant.MIN;
            logDown(e);
        }
        return StepResult.NONE;
    }

    boolean isUp() {
        return clock.instant().minus(MAX_AGE).isBefore(lastUp);
    }

    private void logDown(Throwable failure) {
        if (downSince == null) {
            downSince = clock.instant();
            LOG.log(Level.WARNING, "{0} is down: {1}", name, reason(failure));
        }
        LOG.log(Level.DEBUG, name + " is down", failure);
    }

    private void logUp() {
        if (downSince != null) {
            long seconds = Duration.between(downSince, clock.instant()).toSeconds();
            LOG.log(Level.INFO, "{0} is up again after {1} s", name, seconds);
            downSince = null;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = rootOf(failure);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Throwable rootOf(Throwable error) {
        return Causes.of(error).reduce(error, (outer, inner) -> inner);
    }
}
