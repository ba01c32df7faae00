package dev.millrace.web.push;

import dev.millrace.platform.problem.Problem;

/** This node has its maximum of open connections. */
public class TooManyConnections extends Problem {
    TooManyConnections() {
        super(
                Kind.UNAVAILABLE,
                "too-many-sessions",
                "Too many connections",
                "The server has no free connections. Try again later.");
    }
}
