package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** There are as many queues as may be. */
public class TooManyQueues extends Problem {
    TooManyQueues(int max) {
        super(
                Kind.CONFLICT,
                "too-many-queues",
                "Too many queues",
                "There are as many queues as may be, " + max + ". Delete one, or raise millrace.queues.max.");
    }
}
