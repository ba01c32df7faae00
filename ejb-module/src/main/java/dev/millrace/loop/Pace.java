package dev.millrace.loop;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets a loop that works on groups rest between two of them as long as the last one took, so that the next one gathers
 * meanwhile: most of what a small group costs is its transaction. What comes after a longer silence waits for nothing. For
 * one thread.
 */
public final class Pace {
    static final Duration LONGEST = Duration.ofMillis(20);

    private final LongSupplier nanoTime;
    private final LongConsumer parkNanos;
    private long began;
    private long restUntil;

    public Pace() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    Pace(LongSupplier nanoTime, LongConsumer parkNanos) {
        this.nanoTime = nanoTime;
        this.parkNanos = parkNanos;
        restUntil = nanoTime.getAsLong();
    }

    /** Rests if the last group is only just done, at most 20 ms; an interruption ends it. */
    public void rest() {
        long left = restUntil - nanoTime.getAsLong();
        if (left > 0) {
            parkNanos.accept(left);
        }
    }

    /** The work on a group begins. */
    public void begin() {
        began = nanoTime.getAsLong();
    }

    /** @param full whether the group was as large as it may be; then the next one need not gather */
    public void end(boolean full) {
        long now = nanoTime.getAsLong();
        restUntil = full ? now : now + Math.min(now - began, LONGEST.toNanos());
    }
}
