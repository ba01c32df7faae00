package dev.millrace.web.security;

import dev.millrace.platform.problem.Problem;

/** The request comes from a page of another web origin. */
public class OriginNotAllowed extends Problem {
    OriginNotAllowed() {
        super(
                Kind.FORBIDDEN,
                "origin-not-allowed",
                "The web origin is not allowed",
                "Pages of other origins cannot use this session.");
    }
}
