package dev.millrace.web.push;

import dev.millrace.platform.problem.Problem;

/** This node has as many open sessions as it may have. */
public class TooManyConnections extends Problem {
    TooManyConnections() {
        super(Kind.UNAVAILABLE, "too-many-sessions", "Too many open sessions", "The server is full. Try again later.");
    }
}
