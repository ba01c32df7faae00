package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** There is a queue of this name already. */
public class QueueTaken extends Problem {
    QueueTaken(String name) {
        super(Kind.CONFLICT, "queue-taken", "The queue already exists", "There already is a queue '" + name + "'.");
    }
}
