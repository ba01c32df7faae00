package dev.millrace.web.push;

import dev.millrace.platform.problem.Problem;

/** Neither a valid ticket nor a valid token. */
public class NotAuthenticated extends Problem {
    NotAuthenticated() {
        super(
                Kind.UNAUTHENTICATED,
                "unauthenticated",
                "Not signed in",
                "The ticket or token is missing, invalid or expired.");
    }
}
