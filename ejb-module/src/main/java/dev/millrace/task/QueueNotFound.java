package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** There is no queue with this name. */
public class QueueNotFound extends Problem {
    public QueueNotFound() {
        super(Kind.NOT_FOUND, "queue-not-found", "Queue not found", "There is no queue with this name.");
    }
}
