package dev.millrace.web.push;

import java.time.Duration;
import java.time.Instant;

/** Counts what a client sends, minute by minute. */
final class MessageRateLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final long most;
    private Instant windowEnds = Instant.MIN;
    private long count;

    /** @param most messages in one window */
    MessageRateLimit(long most) {
        this.most = most;
    }

    /** @return whether one more message is allowed */
    synchronized boolean allows(Instant now) {
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(WINDOW);
            count = 0;
        }
        return ++count <= most;
    }
}
