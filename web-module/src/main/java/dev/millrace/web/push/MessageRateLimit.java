package dev.millrace.web.push;

import java.time.Duration;
import java.time.Instant;

/** Limits a client's messages in each minute. */
final class MessageRateLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final long limit;
    private Instant windowEnd = Instant.MIN;
    private long count;

    /** @param limit maximum number of messages in one window */
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
