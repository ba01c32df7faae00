package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Computes the rest between two batches: as long as the last batch took, at most 20 ms. So the next batch fills; most
 * of a small batch's cost is its transaction. A batch after a longer idle time starts at once.
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

    /** Work on a batch starts. */
    public void begin() {
        began = nanoTime.getAsLong();
    }

    /**
     * Work on a batch is done.
     *
     * @param full whether the batch had its maximum size; then the next one need not fill
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
