package dev.millrace.worker.api;

/** The handler stops because of a request to stop. */
public class TaskInterrupted extends RuntimeException {
    public TaskInterrupted() {
        super("stopped on request");
    }
}
