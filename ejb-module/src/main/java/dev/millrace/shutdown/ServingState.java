package dev.millrace.shutdown;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/** Records whether this node serves, and counts its requests. */
@ApplicationScoped
public class ServingState {
    /** In order; there is no way back. */
    public enum Phase {
        /** Accepts all requests. */
        SERVING,
        /** Accepts all requests, but is not ready any more. */
        NOT_READY,
        /** Accepts no new requests. */
        STOPPING
    }

    private static final int POLL_MILLIS = 20;

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Phase phase = Phase.SERVING;

    public Phase phase() {
        return phase;
    }

    /** @return whether the node may serve the request; then {@link #endRequest} must follow */
    public boolean tryBeginRequest() {
        requests.incrementAndGet();
        if (phase == Phase.STOPPING) {
            requests.decrementAndGet();
            return false;
        }
        return true;
    }

    /** An accepted request is done. */
    public void endRequest() {
        requests.decrementAndGet();
    }

    /** @return whether the phase has changed: it only advances */
    synchronized boolean advanceTo(Phase next) {
        boolean advances = next.compareTo(phase) > 0;
        if (advances) {
            phase = next;
        }
        return advances;
    }

    /** @return whether all requests were done within that time */
    boolean awaitIdle(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (requests.get() > 0) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }
}
