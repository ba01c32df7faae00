package dev.millrace.web.problem;

import dev.millrace.platform.problem.Problem;

/** There is no token, or it is not valid. */
class NotSignedIn extends Problem {
    NotSignedIn() {
        super(Kind.UNAUTHENTICATED, "unauthenticated", "Not signed in", "Send a valid access token as a Bearer token.");
    }
}
