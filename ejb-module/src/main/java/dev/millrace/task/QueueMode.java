package dev.millrace.task;

/** Whether a queue takes and gives tasks. */
public enum QueueMode {
    /** It takes and gives. */
    OPEN,
    /** It takes tasks and gives none: what waits goes on waiting. */
    PAUSED,
    /** It takes none, and gives what it has until it is empty. */
    DRAINING
}
