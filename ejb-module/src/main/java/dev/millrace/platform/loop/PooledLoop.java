package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Repeats a {@link Step} as a {@link Loop} does, on the threads of a {@link RoundPool}; never twice at the same time. */
final class PooledLoop {
    private static final long STOP_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RoundPool pool;
    private final Step step;
    private final Duration pause;
    private final FailureBackoff failures;
    private final OpenRound round;
    private Runnable cancel;
    private long scheduleId;
    private long pauseUntil = System.nanoTime();
    private boolean pausing;
    private boolean woken;
    private volatile boolean stopped;
    private Thread runner;

    PooledLoop(RoundPool pool, String name, Step step, Duration pause) {
        this.pool = pool;
        this.step = step;
        this.pause = pause;
        this.failures = new FailureBackoff(name);
        this.round = OpenRounds.register(name);
    }

    synchronized void begin() {
        next(Duration.ZERO, false);
    }

    /** Ends a pause, not a rest; many wake-ups before the next round count as one. */
    synchronized void wake() {
        if (runner != null) {
            woken = true;
        } else if (pausing && !stopped) {
            next(Duration.ofNanos(Math.max(0, pauseUntil - System.nanoTime())), false);
        }
    }

    /** Schedules the next round if an earlier try failed, for lack of memory, for example. */
    synchronized void ensureScheduled() {
        if (runner == null && cancel == null && !stopped) {
            next(Duration.ZERO, false);
        }
    }

    private void next(Duration delay, boolean isPause) {
        if (cancel != null) {
            cancel.run();
            cancel = null;
        }
        long id = ++scheduleId;
        pausing = isPause;
        try {
            cancel = pool.schedule(() -> run(id), delay);
        } catch (RejectedExecutionException e) {
            stopped |= !pool.isOpen();
        }
    }

    private void run(long id) {
        if (!beginRound(id)) {
            return;
        }
        StepResult result = StepResult.pollAgainIn(Duration.ofMillis(FailureBackoff.MAX_BACKOFF_MILLIS));
        try {
            result = once();
        } finally {
            endRound(result);
        }
    }

    private StepResult once() {
        try {
            StepResult result = step.once();
            failures.succeeded();
            return result;
        } catch (Throwable e) {
            return stopped ? StepResult.NONE : StepResult.pollAgainIn(Duration.ofMillis(failures.failed(e)));
        }
    }

    private synchronized boolean beginRound(long id) {
        if (stopped || runner != null || id != scheduleId) {
            return false;
        }
        runner = Thread.currentThread();
        cancel = null;
        woken = false;
        round.begin();
        return true;
    }

    private synchronized void endRound(StepResult result) {
        runner = null;
        round.end();
        if (stopped) {
            Thread.interrupted(); // the interrupt was meant for this round
            notifyAll();
            return;
        }
        pauseUntil = System.nanoTime() + result.rest().toNanos();
        boolean soon = result.more() || woken;
        next(soon ? result.rest() : result.delay(pause), !soon);
    }

    /** Starts no further round and interrupts the running one. */
    synchronized void stop() {
        stopped = true;
        if (cancel != null) {
            cancel.run();
        }
        if (runner != null && runner != Thread.currentThread()) {
            runner.interrupt();
        }
        OpenRounds.remove(round);
    }

    /** Waits for the round that ran at the stop, for a bounded time. */
    synchronized void awaitEnd() {
        long deadline = System.nanoTime() + STOP_TIMEOUT_NANOS;
        try {
            for (long left = STOP_TIMEOUT_NANOS; runner != null && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
