package dev.millrace.task;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Number and duration of a task's attempts: exponential backoff with full jitter between them. */
@Embeddable
public class AttemptPolicy {
    @Column(name = "max_attempts")
    private int maxAttempts;

    @Column(name = "timeout_ms")
    private Long timeoutMillis;

    @Column(name = "backoff_ms")
    private long backoffMillis;

    @Column(name = "max_backoff_ms")
    private long maxBackoffMillis;

    protected AttemptPolicy() {}

    /**
     * @param maxAttempts from 1
     * @param timeout for each attempt, null = unlimited
     * @param backoff upper bound of the wait before the second attempt; doubles with each further one
     * @param maxBackoff upper bound of all waits
     */
    public AttemptPolicy(int maxAttempts, Duration timeout, Duration backoff, Duration maxBackoff) {
        this.maxAttempts = maxAttempts;
        this.timeoutMillis = timeout == null ? null : timeout.toMillis();
        this.backoffMillis = backoff.toMillis();
        this.maxBackoffMillis = maxBackoff.toMillis();
    }

    public int maxAttempts() {
        return maxAttempts;
    }

    /** @return for each attempt, null = unlimited */
    public Duration timeout() {
        return timeoutMillis == null ? null : Duration.ofMillis(timeoutMillis);
    }

    /** @return a wait before the attempt after {@code attempt}, random up to its bound */
    Duration backoffAfter(int attempt) {
        int doublings = Math.min(attempt - 1, 30);
        boolean isBeyond = backoffMillis > maxBackoffMillis >> doublings;
        long ceiling = isBeyond ? maxBackoffMillis : backoffMillis << doublings;
        return Duration.ofMillis(ceiling <= 0 ? 0 : ThreadLocalRandom.current().nextLong(ceiling + 1));
    }

    /** At least so many attempts, all else as before. */
    void allowAtLeast(int attempts) {
        maxAttempts = Math.max(maxAttempts, attempts);
    }

    AttemptPolicy copy() {
        AttemptPolicy same = new AttemptPolicy();
        same.maxAttempts = maxAttempts;
        same.timeoutMillis = timeoutMillis;
        same.backoffMillis = backoffMillis;
        same.maxBackoffMillis = maxBackoffMillis;
        return same;
    }
}
