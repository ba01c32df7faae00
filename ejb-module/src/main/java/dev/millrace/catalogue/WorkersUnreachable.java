package dev.millrace.catalogue;

import dev.millrace.problem.Problem;

/** Workers cannot be told anything at the moment, because Redis is away. */
public class WorkersUnreachable extends Problem {
    WorkersUnreachable(Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "workers-unreachable",
                "Workers cannot be reached",
                "Workers cannot be told anything right now. Try again in a moment.");
        initCause(cause);
    }
}
