package dev.millrace.schedule;

/** Why a schedule's run is there, or is not. */
enum RunKind {
    /** It was due. */
    DUE,
    /** It was due while no server was there. */
    CATCH_UP,
    /** It waited for the run before. */
    QUEUED,
    /** A person wanted it. */
    MANUAL,
    /** A policy left it out; there is no task. */
    SKIPPED,
    /** Its task could not be submitted; there is no task. */
    REJECTED
}
