package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** The queue is draining and accepts no new tasks. */
public class QueueDraining extends Problem {
    QueueDraining() {
        super(
                Kind.CONFLICT,
                "queue-draining",
                "The queue accepts no new tasks",
                "The task's queue is being drained. Use another one, or try again when it is open.");
    }
}
