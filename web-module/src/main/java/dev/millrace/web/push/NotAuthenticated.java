package dev.millrace.web.push;

import dev.millrace.platform.problem.Problem;

/** Neither a ticket nor a token that is still good. */
public class NotAuthenticated extends Problem {
    NotAuthenticated() {
        super(
                Kind.UNAUTHENTICATED,
                "unauthenticated",
                "Not signed in",
                "There is no ticket or token, or it is not good any more.");
    }
}
