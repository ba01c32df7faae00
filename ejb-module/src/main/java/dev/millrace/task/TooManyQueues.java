package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** The limit of queues is reached. */
public class TooManyQueues extends Problem {
    TooManyQueues(int max) {
        super(
                Kind.CONFLICT,
                "too-many-queues",
                "Too many queues",
                "The limit of " + max + " queues is reached. Delete one, or raise millrace.queues.max.");
    }
}
