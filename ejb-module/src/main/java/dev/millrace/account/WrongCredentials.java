package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** The username or the password is incorrect; the answer does not tell whether the user exists. */
public class WrongCredentials extends Problem {
    public WrongCredentials() {
        super(
                Kind.UNAUTHENTICATED,
                "wrong-credentials",
                "Username or password is incorrect",
                "Check both and try again.");
    }
}
