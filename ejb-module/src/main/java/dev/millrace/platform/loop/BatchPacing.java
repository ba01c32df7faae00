package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how long work on groups rests between two of them: as long as the last one took, so that the next one gathers
 * meanwhile, for most of what a small group costs is its transaction. What comes after a longer silence waits for nothing.
 */
public final class BatchPacing {
    static final Duration MAX_REST = Duration.ofMillis(20);

    private final LongSupplier nanoTime;
    private long began;

    public BatchPacing() {
        this(System::nanoTime);
    }

    BatchPacing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The work on a group begins. */
    public void begin() {
        began = nanoTime.getAsLong();
    }

    /**
     * The work on a group is done.
     *
     * @param full whether the group was as large as it may be; then the next one need not gather
     * @return the rest, at most 20 ms
     */
    public Duration end(boolean full) {
        if (full) {
            return Duration.ZERO;
        }
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - began);
        return took.compareTo(MAX_REST) < 0 ? took : MAX_REST;
    }
}
