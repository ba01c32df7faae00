package dev.millrace.push;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import jakarta.enterprise.context.ApplicationScoped;

/** How many listen on this node, and what they were sent since it started. Kept by the door, read by monitoring. */
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

    /** @return open sessions, over WebSocket and as Server-Sent Events */
    public int connections() {
        return connections.get();
    }

    /** @return frames that went out, signs of life among them */
    public long frames() {
        return frames.sum();
    }
}
