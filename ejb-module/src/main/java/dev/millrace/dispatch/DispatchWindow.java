package dev.millrace.dispatch;

import java.time.Duration;

/**
 * Computes the target number of a queue's undelivered tasks in Redis: the workers' output in the configured time, at
 * their present pace. It is at least twice their slots, at most the configured maximum, and zero without workers. Not
 * thread-safe.
 */
final class DispatchWindow {
    private static final double SMOOTHING_SECONDS = 1;

    private final int max;
    private final Duration time;
    private double tasksPerSecond;
    private long lastNanos;
    private int lastUndelivered;
    private boolean measured;

    DispatchWindow(int max, Duration time) {
        this.max = max;
        this.time = time;
    }

    /**
     * @param undelivered the present number in Redis
     * @param slots of all workers of the queue
     * @param nanos a monotonic clock
     * @return how many tasks to add; 0 while more than three quarters are full, so that they leave in batches
     */
    int capacity(int undelivered, int slots, long nanos) {
        updateRate(undelivered, nanos);
        if (slots == 0) {
            return 0;
        }
        int paced = (int) Math.min(max, tasksPerSecond * time.toNanos() / 1e9);
        int target = Math.min(max, Math.max(2 * slots, paced));
        return undelivered > target * 3 / 4 ? 0 : target - undelivered;
    }

    /** The caller has added so many since the last {@link #capacity}. */
    void added(int count) {
        lastUndelivered += count;
    }

    private void updateRate(int undelivered, long nanos) {
        double seconds = (nanos - lastNanos) / 1e9;
        if (measured && seconds > 0) {
            double rate = Math.max(0, lastUndelivered - undelivered) / seconds;
            double weight = 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
            tasksPerSecond += weight * (rate - tasksPerSecond);
        }
        measured = true;
        lastNanos = nanos;
        lastUndelivered = undelivered;
    }
}
