package dev.millrace.worker.execution;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what a worker lives of outlive every error: a handler's want of memory strikes anywhere, while an error is told too. */
final class Supervised {
    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Supervised() {}

    /** @return a loop that begins again after an error, until it ends by itself */
    static Runnable loop(String name, Runnable loop) {
        return () -> {
            boolean told = false;
            while (!survived(name, loop, told)) {
                told = true;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        };
    }

    /** @return a step whose errors do not reach the one who repeats it */
    static Runnable step(String name, Runnable step) {
        return () -> survived(name, step, false);
    }

    private static boolean survived(String name, Runnable task, boolean told) {
        try {
            task.run();
            return true;
        } catch (Throwable e) {
            if (!told) {
                tell(name, e);
            }
            return false;
        }
    }

    private static void tell(String name, Throwable failure) {
        try {
            LOG.error("{} failed, goes on", name, failure);
        } catch (Throwable e) {
            LockSupport.parkNanos(PAUSE_NANOS); // no memory even for that
        }
    }
}
