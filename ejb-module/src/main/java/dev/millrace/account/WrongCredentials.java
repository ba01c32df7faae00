package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** Username and password do not belong together; the answer does not tell whether the user exists. */
public class WrongCredentials extends Problem {
    public WrongCredentials() {
        super(Kind.UNAUTHENTICATED, "wrong-credentials", "Username or password is wrong", "Check both and try again.");
    }
}
