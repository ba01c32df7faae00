package dev.millrace.operations;

import java.util.List;

import dev.millrace.platform.problem.Problem;

/** The queue is in use, so it cannot be deleted. */
public class QueueInUse extends Problem {
    QueueInUse(List<String> reasons) {
        super(
                Kind.CONFLICT,
                "queue-in-use",
                "The queue is in use",
                "The queue cannot be deleted: " + String.join("; ", reasons) + ".");
    }
}
