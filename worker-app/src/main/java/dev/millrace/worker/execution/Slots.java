package dev.millrace.worker.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits how many tasks run at once, and gives each a thread. A thread whose handler does not stop is abandoned, and
 * its slot is free for another thread at once. There may only be as many abandoned threads as slots.
 */
final class Slots {
    private final int size;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Runnable onExhausted;
    private final AtomicInteger abandoned = new AtomicInteger();

    /** @param onExhausted runs on the abandoning thread once as many threads as slots are abandoned */
    Slots(int size, ExecutorService threads, Runnable onExhausted) {
        this.size = size;
        this.free = new Semaphore(size);
        this.threads = threads;
        this.onExhausted = onExhausted;
    }

    /** @return how many slots the caller has now: all free ones, 0 if none becomes free in time */
    int acquire(long millis) throws InterruptedException {
        return free.tryAcquire(millis, TimeUnit.MILLISECONDS) ? 1 + free.drainPermits() : 0;
    }

    void release(int count) {
        free.release(count);
    }

    /** Runs an attempt in an acquired slot; the attempt itself releases or abandons it. */
    void run(Runnable attempt) {
        threads.execute(attempt);
    }

    /** A thread has left its slot. */
    void release() {
        free.release();
    }

    /** Frees the slot of a thread that stays stuck in it. */
    void abandon() {
        free.release();
        if (abandoned.incrementAndGet() == size) {
            onExhausted.run();
        }
    }

    /** An abandoned thread has returned after all. */
    void abandonedThreadEnded() {
        abandoned.decrementAndGet();
    }

    /** @return whether all slots became free in time */
    boolean awaitEmpty(long millis) throws InterruptedException {
        return free.tryAcquire(size, millis, TimeUnit.MILLISECONDS);
    }
}
