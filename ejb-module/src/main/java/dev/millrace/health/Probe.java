package dev.millrace.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;

/** Looks whether something is there. A look that does not come back counts as a no after a while. */
final class Probe implements Step {
    /** How long an answer counts. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** Something that throws when it is not there. */
    interface Look {
        void look() throws Exception;
    }

    private final Look look;
    private final Clock clock;
    private volatile Instant seen = Instant.MIN;

    Probe(Look look, Clock clock) {
        this.look = look;
        this.clock = clock;
    }

    @Override
    public Progress once() throws Exception {
        try {
            look.look();
        } catch (Exception e) {
            seen = Instant.MIN;
            throw e;
        }
        seen = clock.instant();
        return Progress.NONE;
    }

    boolean isThere() {
        return clock.instant().minus(FRESH).isBefore(seen);
    }
}
