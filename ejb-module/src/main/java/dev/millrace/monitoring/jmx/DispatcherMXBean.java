package dev.millrace.monitoring.jmx;

import java.util.Set;

/** This node's part in dispatch, and the state of its dependencies. */
public interface DispatcherMXBean {
    /** This node's id, new with each start. */
    String getNode();

    /** All queues. */
    Set<String> getQueues();

    /** The queues that this node leads. */
    Set<String> getLeads();

    boolean isDatabaseUp();

    boolean isRedisUp();

    /** UP, REFUSING (answers, but rejects a command that Millrace needs) or DOWN. */
    String getRedisState();

    /** Why Redis is not up; empty when it is. */
    String getRedisReason();

    /** Whether every queue has a leader. */
    boolean isLeadershipUp();

    /** Live workers. */
    int getWorkers();

    /** Number of tasks that they can run at once. */
    int getSlots();

    /** Number of tasks that they hold. */
    int getBusySlots();
}
