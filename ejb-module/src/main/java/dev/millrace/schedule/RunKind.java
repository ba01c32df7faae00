package dev.millrace.schedule;

/** Why a schedule's run exists, or has no task. */
enum RunKind {
    /** It was due. */
    DUE,
    /** It was due while no server was running. */
    CATCH_UP,
    /** It waited for the previous run. */
    QUEUED,
    /** A user started it. */
    MANUAL,
    /** A policy skipped it; there is no task. */
    SKIPPED,
    /** Its task could not be submitted; there is no task. */
    REJECTED
}
