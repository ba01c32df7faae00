package dev.millrace.request;

import dev.millrace.platform.json.NotJson;
import dev.millrace.platform.problem.Problem;

/** The request's body is not JSON. */
public class MalformedJson extends Problem {
    public MalformedJson(NotJson cause) {
        super(
                Kind.INVALID,
                "malformed-json",
                "The body is not JSON",
                "The body is not JSON: " + cause.getMessage() + ".");
    }
}
