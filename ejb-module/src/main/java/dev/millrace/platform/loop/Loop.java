package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManageableThread;

/**
 * Repeats a {@link Step} on a thread of its own: at once while it has more, else after a pause or a wake-up. The loop
 * logs a failure of the step, errors of the virtual machine too, and continues with the next round.
 */
public final class Loop implements AutoCloseable {
    private final String name;
    private final Step step;
    private final Duration pause;
    private final FailureBackoff failures;
    private final OpenRound round;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    /** @param pause how long it waits when a step has no work */
    public Loop(String name, Step step, Duration pause) {
        this.name = name;
        this.step = step;
        this.pause = pause;
        this.failures = new FailureBackoff(name);
        this.round = OpenRounds.register(name);
    }

    /**
     * For a step that waits for messages within its round: a waiting round does not count as stuck. {@link #runWatched} runs
     * the work on a message; that counts again.
     */
    public void waitUnwatched(Runnable wait) {
        round.end();
        try {
            wait.run();
        } finally {
            round.begin();
        }
    }

    /** Runs work within {@link #waitUnwatched}; it counts as part of the round. */
    public void runWatched(Runnable work) {
        round.begin();
        try {
            work.run();
        } finally {
            round.end();
        }
    }

    public Loop start(ThreadFactory threads) {
        thread = threads.newThread(this::runUntilStopped);
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Ends a pause; many wake-ups before the next step count as one. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void runUntilStopped() {
        Thread.currentThread().setName("millrace-" + name);
        while (!stopped) {
            try {
                await(round());
            } catch (Throwable e) {
                failures.failed(e); // thrown between two rounds, or while a failure was logged
            }
        }
    }

    /** @return milliseconds to wait for the next round */
    private long round() {
        round.begin();
        try {
            StepResult result = step.once();
            failures.succeeded();
            return result.delay(pause).toMillis();
        } catch (Throwable e) {
            return stopped ? 0 : failures.failed(e);
        } finally {
            round.end();
        }
    }

    private void await(long millis) {
        try {
            if (millis > 0 && wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped |= isShutdown(Thread.currentThread());
        }
    }

    /** Some servers interrupt the thread of a transaction that takes too long, which must not stop the loop. */
    private static boolean isShutdown(Thread thread) {
        return !(thread instanceof ManageableThread managed) || managed.isShutdown();
    }

    /** Requests the loop's stop and waits a little for it. */
    @Override
    public void close() {
        stopped = true;
        OpenRounds.remove(round);
        wakeUps.release();
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(FailureBackoff.MAX_BACKOFF_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
