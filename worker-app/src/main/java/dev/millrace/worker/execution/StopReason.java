package dev.millrace.worker.execution;

/** Why an attempt was asked to stop. */
enum StopReason {
    CANCELLED,
    TIMED_OUT
}
