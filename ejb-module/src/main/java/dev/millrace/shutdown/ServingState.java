package dev.millrace.shutdown;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node serves, and how many requests it has. */
@ApplicationScoped
public class ServingState {
    /** In order; there is no way back. */
    public enum Phase {
        /** Takes all. */
        SERVING,
        /** Takes all, but is not ready any more. */
        NOT_READY,
        /** Takes nothing new. */
        STOPPING
    }

    private static final int POLL_MILLIS = 20;

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Phase phase = Phase.SERVING;

    public Phase phase() {
        return phase;
    }

    /** @return whether the request may be served; then {@link #endRequest} must follow */
    public boolean tryBeginRequest() {
        requests.incrementAndGet();
        if (phase == Phase.STOPPING) {
            requests.decrementAndGet();
            return false;
        }
        return true;
    }

    /** A request that had entered is over. */
    public void endRequest() {
        requests.decrementAndGet();
    }

    /** @return whether this is news: the phase goes on and never back */
    synchronized boolean advanceTo(Phase next) {
        boolean news = next.compareTo(phase) > 0;
        if (news) {
            phase = next;
        }
        return news;
    }

    /** @return whether all requests are over within that time */
    boolean awaitIdle(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (requests.get() > 0) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }
}
