package dev.millrace.worker.execution;

/** Reason for a request to stop an attempt. */
enum StopReason {
    CANCELLED,
    TIMED_OUT
}
