package dev.millrace.monitoring.jmx;

/** A queue as this node knows it. What lies in it is only looked at by the node that leads it: null on all others. */
public interface QueueMXBean {
    String getName();

    /** Whether this node leads it. */
    boolean isLedHere();

    /** Tasks in line, counted up to 100,000, as the others are. */
    Integer getWaiting();

    /** Tasks that wait for a time. */
    Integer getDelayed();

    /** Tasks that a limit keeps. */
    Integer getKept();

    /** Tasks that wait for others of their workflow; null also if there is too much to tell. */
    Integer getBlocked();

    /** Tasks queued or running. */
    Integer getInFlight();

    /** When the oldest task in line was submitted, RFC 3339; null if there is none. */
    String getOldestWaitingAt();

    /** Live workers that take its tasks. */
    int getWorkers();

    /** How many tasks they can run at once. */
    int getSlots();
}
