package dev.millrace.monitoring.jmx;

/** A queue as this node knows it. Only its leader counts its tasks: null on all other nodes. */
public interface QueueMXBean {
    String getName();

    /** Whether this node leads it. */
    boolean isLedHere();

    /** Tasks waiting to be dispatched; this and the other counts stop at 100,000. */
    Integer getWaiting();

    /** Tasks scheduled for later. */
    Integer getDelayed();

    /** Tasks parked by a limit. */
    Integer getParked();

    /** The former name of {@link #getParked}; 0.3 removes it. */
    Integer getKept();

    /** Tasks that wait for dependencies of their workflow; null also if they are too many to count. */
    Integer getBlocked();

    /** Tasks queued or running. */
    Integer getInFlight();

    /** Submission time of the oldest waiting task, RFC 3339; null if none waits. */
    String getOldestWaitingAt();

    /** Live workers that read the queue. */
    int getWorkers();

    /** Number of tasks that they can run at once. */
    int getSlots();
}
