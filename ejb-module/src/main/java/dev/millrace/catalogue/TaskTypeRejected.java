package dev.millrace.catalogue;

/** A task type as a worker announces it cannot be taken into the catalogue; the message says why, for people. */
final class TaskTypeRejected extends Exception {
    private static final long serialVersionUID = 1;

    TaskTypeRejected(String reason) {
        super(reason);
    }

    TaskTypeRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
