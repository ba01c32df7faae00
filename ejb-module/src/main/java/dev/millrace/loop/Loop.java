package dev.millrace.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import dev.millrace.problem.Outage;

/** Repeats a {@link Step} on a thread of its own: at once while it has more, else after a pause or when woken. */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Loop.class.getName());
    private static final long LONGEST_RETRY_MILLIS = 2_000;

    private final String name;
    private final Step step;
    private final Duration pause;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    /** @param pause how long it waits when a step has nothing to do */
    public Loop(String name, Step step, Duration pause) {
        this.name = name;
        this.step = step;
        this.pause = pause;
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
        long failures = 0;
        boolean told = false;
        while (!stopped) {
            try {
                Progress progress = step.once();
                if (failures > 0) {
                    LOG.log(told ? Level.INFO : Level.DEBUG, "{0} works again after {1} failed rounds", name, failures);
                    failures = 0;
                    told = false;
                }
                if (progress == Progress.NONE) {
                    await(pause.toMillis());
                }
            } catch (Exception e) {
                if (!stopped) {
                    failures++;
                    told |= report(e, failures);
                    await(Math.min(LONGEST_RETRY_MILLIS, 50L << Math.min(failures, 10)));
                }
            }
        }
    }

    /** @return whether it was told; an outage is told by those who watch for it, once for all loops */
    private boolean report(Exception e, long failures) {
        boolean outage = Outage.behind(e).isPresent();
        if (outage) {
            LOG.log(Level.DEBUG, name + " failed a round and tries again", e);
        } else if (failures == 1) {
            LOG.log(Level.WARNING, name + " failed a round and tries again: " + e, e);
        } else if (failures % 30 == 0) {
            LOG.log(Level.WARNING, "{0} has failed {1} rounds in a row: {2}", name, failures, e.toString());
        }
        return !outage;
    }

    private void await(long millis) {
        try {
            if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Asks the loop to end and waits a little for it. */
    @Override
    public void close() {
        stopped = true;
        wakeUps.release();
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(LONGEST_RETRY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
