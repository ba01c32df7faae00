package dev.millrace.worker.api;

/** The handler stops because it was asked to. */
public class TaskInterrupted extends RuntimeException {
    public TaskInterrupted() {
        super("stopped on request");
    }
}
