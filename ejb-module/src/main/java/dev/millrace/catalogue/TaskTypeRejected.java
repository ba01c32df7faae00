package dev.millrace.catalogue;

/** The catalogue rejects a worker's announcement of a task type; the message gives the reason, for people. */
final class TaskTypeRejected extends Exception {
    private static final long serialVersionUID = 1;

    TaskTypeRejected(String reason) {
        super(reason);
    }

    TaskTypeRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
