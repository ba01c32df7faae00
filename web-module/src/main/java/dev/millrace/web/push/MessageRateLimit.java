package dev.millrace.web.push;

import java.time.Duration;
import java.time.Instant;

/** Counts what a client sends, minute by minute. */
final class MessageRateLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final long limit;
    private Instant windowEnd = Instant.MIN;
    private long count;

    /** @param limit messages in one window */
    MessageRateLimit(long limit) {
        this.limit = limit;
    }

    /** @return whether one more message is allowed */
    synchronized boolean tryAcquire(Instant now) {
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(WINDOW);
            count = 0;
        }
        return ++count <= limit;
    }
}
