package dev.millrace.web.push;

import dev.millrace.platform.problem.Problem;

/** This node has as many open sessions as it may have. */
public class TooManySessions extends Problem {
    TooManySessions() {
        super(Kind.UNAVAILABLE, "too-many-sessions", "Too many open sessions", "The server is full. Try again later.");
    }
}
