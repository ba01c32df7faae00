package dev.millrace.push;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts this node's connections and the frames sent since its start. The package {@code web.push} writes it,
 * monitoring reads it.
 */
@ApplicationScoped
public class PushMetrics {
    private final AtomicInteger connections = new AtomicInteger();
    private final LongAdder frames = new LongAdder();

    public void connectionOpened() {
        connections.incrementAndGet();
    }

    public void connectionClosed() {
        connections.decrementAndGet();
    }

    public void frameSent() {
        frames.increment();
    }

    /** @return open connections, over WebSocket and as Server-Sent Events */
    public int connections() {
        return connections.get();
    }

    /** @return sent frames, including keepalives */
    public long frames() {
        return frames.sum();
    }
}
