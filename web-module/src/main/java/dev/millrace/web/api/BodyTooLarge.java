package dev.millrace.web.api;

import dev.millrace.platform.problem.Problem;

/** The request's body is larger than Millrace accepts. */
public class BodyTooLarge extends Problem {
    BodyTooLarge(int maxBytes) {
        super(Kind.TOO_LARGE, "body-too-large", "The body is too large", "At most " + maxBytes + " bytes are allowed.");
    }
}
