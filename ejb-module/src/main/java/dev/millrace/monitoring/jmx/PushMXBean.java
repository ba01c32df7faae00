package dev.millrace.monitoring.jmx;

/** Push of this node: its connections and frames. */
public interface PushMXBean {
    /** Open connections, over WebSocket and as Server-Sent Events. */
    int getConnections();

    /** The former name of {@link #getConnections}; 0.3 removes it. */
    int getSessions();

    /** Frames sent since the start, including keepalives. */
    long getFrames();
}
