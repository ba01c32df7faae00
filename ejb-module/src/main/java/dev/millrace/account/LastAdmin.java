package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** The change would leave no admin. */
public class LastAdmin extends Problem {
    LastAdmin(String username) {
        super(
                Kind.CONFLICT,
                "last-admin",
                "The last admin cannot be removed",
                username + " is the last admin who can sign in.");
    }
}
