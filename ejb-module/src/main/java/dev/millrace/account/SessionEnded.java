package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** There is no refresh token, or it is expired, used or revoked. */
public class SessionEnded extends Problem {
    public SessionEnded() {
        super(Kind.UNAUTHENTICATED, "session-over", "The session has ended", "Sign in again.");
    }
}
