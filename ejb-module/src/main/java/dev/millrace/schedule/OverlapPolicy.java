package dev.millrace.schedule;

/** What happens when a run is due and the one before has not finished. */
public enum OverlapPolicy {
    /** It starts beside it. */
    ALLOW,
    /** It is left out. */
    SKIP,
    /** It waits for the one before, and further ones are left out while it waits. */
    QUEUE_ONE
}
