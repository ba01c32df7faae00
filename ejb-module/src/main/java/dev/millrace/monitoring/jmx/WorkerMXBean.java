package dev.millrace.monitoring.jmx;

import java.util.List;

/** A live worker, from its last heartbeat. */
public interface WorkerMXBean {
    String getId();

    String getHost();

    long getPid();

    String getVersion();

    /** RFC 3339. */
    String getStartedAt();

    /** RFC 3339, by its own clock. */
    String getLastSeenAt();

    List<String> getQueues();

    List<String> getTypes();

    int getSlots();

    /** Number of tasks that it holds. */
    int getBusy();

    /** Whether it was ordered to take no new tasks. */
    boolean isQuiet();

    /** Whether it is stopping. */
    boolean isStopping();

    /** Its process' share of the machine, 0 to 1; null if it does not report this. */
    Double getCpu();

    /** Bytes; null if it does not report this. */
    Long getHeapUsed();

    /** Bytes that the heap may grow to; null if it does not report this. */
    Long getHeapMax();
}
