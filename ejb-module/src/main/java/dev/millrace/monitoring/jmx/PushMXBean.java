package dev.millrace.monitoring.jmx;

/** What this node pushes to browsers and programs. */
public interface PushMXBean {
    /** Open sessions, over WebSocket and as Server-Sent Events. */
    int getSessions();

    /** Frames sent since the start, signs of life among them. */
    long getFrames();
}
