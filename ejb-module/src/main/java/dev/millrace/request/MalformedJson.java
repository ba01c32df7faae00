package dev.millrace.request;

import dev.millrace.platform.problem.Problem;

/** The request's body is not JSON. */
public class MalformedJson extends Problem {
    /** @param reason why and where it is not, for people; never what it holds */
    public MalformedJson(String reason) {
        super(Kind.INVALID, "malformed-json", "The body is not JSON", reason);
    }
}
