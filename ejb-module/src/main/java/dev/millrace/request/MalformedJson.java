package dev.millrace.request;

import dev.millrace.platform.problem.Problem;

/** The request's body is not JSON. */
public class MalformedJson extends Problem {
    /** @param reason the fault and its place, for people; never the content */
    public MalformedJson(String reason) {
        super(Kind.INVALID, "malformed-json", "The body is not JSON", reason);
    }
}
