package dev.millrace.web.api;

import dev.millrace.platform.problem.Problem;
import dev.millrace.platform.uri.RequestPath;

/** The request's path or a header cannot be read in one way only. */
public class MalformedRequest extends Problem {
    private MalformedRequest(String detail) {
        super(Kind.INVALID, "malformed-request", "The request is malformed", detail);
    }

    static MalformedRequest path() {
        return new MalformedRequest(RequestPath.EXPECTED);
    }

    /** @param name of a header that Millrace reads */
    static MalformedRequest header(String name) {
        return new MalformedRequest("The header " + name + " is malformed, or given more than once.");
    }

    static MalformedRequest headers() {
        return new MalformedRequest("A header has control characters.");
    }
}
