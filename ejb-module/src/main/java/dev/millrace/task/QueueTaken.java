package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** There is a queue of this name already. */
public class QueueTaken extends Problem {
    QueueTaken() {
        super(
                Kind.CONFLICT,
                "queue-taken",
                "Queue already exists",
                "A queue with this name already exists. Choose another name.");
    }
}
