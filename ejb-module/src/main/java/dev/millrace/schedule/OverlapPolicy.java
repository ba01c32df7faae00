package dev.millrace.schedule;

/** The policy for a due run while the previous one has not finished. */
public enum OverlapPolicy {
    /** It starts all the same. */
    ALLOW,
    /** It is skipped. */
    SKIP,
    /** It waits for the previous one, and further ones are skipped meanwhile. */
    QUEUE_ONE
}
