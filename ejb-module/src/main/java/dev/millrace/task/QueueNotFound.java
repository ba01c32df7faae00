package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** There is no queue of this name. */
public class QueueNotFound extends Problem {
    public QueueNotFound(String name) {
        super(Kind.NOT_FOUND, "queue-not-found", "No such queue", "There is no queue '" + name + "'.");
    }
}
