package dev.millrace.worker.run;

/** Why an attempt was asked to stop. */
enum StopReason {
    CANCELLED,
    TIMED_OUT
}
