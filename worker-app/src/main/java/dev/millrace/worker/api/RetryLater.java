package dev.millrace.worker.api;

import java.time.Duration;

/** The attempt failed; the next one should wait for a certain time. */
public class RetryLater extends Exception {
    private final transient Duration wait;

    /** @param wait before the next attempt, not negative */
    public RetryLater(Duration wait, String message) {
        super(message);
        this.wait = wait;
    }

    public Duration waiting() {
        return wait;
    }
}
