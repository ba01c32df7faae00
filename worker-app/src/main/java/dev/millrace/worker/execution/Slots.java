package dev.millrace.worker.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many tasks may run at once, and on which threads. A thread whose handler cannot be stopped is abandoned: its slot is
 * free for another thread at once, but there may only be as many abandoned threads as slots.
 */
final class Slots {
    private final int size;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Runnable wornOut;
    private final AtomicInteger abandoned = new AtomicInteger();

    /** @param wornOut told, on the abandoning thread, when no more threads can be abandoned */
    Slots(int size, ExecutorService threads, Runnable wornOut) {
        this.size = size;
        this.free = new Semaphore(size);
        this.threads = threads;
        this.wornOut = wornOut;
    }

    /** @return how many slots the caller has now: all that are free, 0 if none becomes free in time */
    int take(long millis) throws InterruptedException {
        return free.tryAcquire(millis, TimeUnit.MILLISECONDS) ? 1 + free.drainPermits() : 0;
    }

    void giveBack(int taken) {
        free.release(taken);
    }

    /** Runs something in a slot that was taken; it says how it left. */
    void run(Runnable attempt) {
        threads.execute(attempt);
    }

    /** A thread has left its slot in order. */
    void leave() {
        free.release();
    }

    /** A thread stays stuck in what was its slot. */
    void abandon() {
        free.release();
        if (abandoned.incrementAndGet() == size) {
            wornOut.run();
        }
    }

    /** An abandoned thread has ended after all. */
    void comeBack() {
        abandoned.decrementAndGet();
    }

    /** @return whether all slots became free in time */
    boolean awaitEmpty(long millis) throws InterruptedException {
        return free.tryAcquire(size, millis, TimeUnit.MILLISECONDS);
    }
}
