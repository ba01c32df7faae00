package dev.millrace.request;

import dev.millrace.platform.problem.Problem;

/** The request's body is not JSON. */
public class MalformedJson extends Problem {
    /** @param reason the parser's message */
    public MalformedJson(String reason) {
        super(Kind.INVALID, "malformed-json", "The body is not JSON", reason);
    }
}
