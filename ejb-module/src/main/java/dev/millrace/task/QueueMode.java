package dev.millrace.task;

/** Whether a queue accepts and dispatches tasks. */
public enum QueueMode {
    /** It accepts and dispatches tasks. */
    OPEN,
    /** It accepts tasks and dispatches none: its tasks go on waiting. */
    PAUSED,
    /** It accepts none, and dispatches its tasks until it is empty. */
    DRAINING
}
