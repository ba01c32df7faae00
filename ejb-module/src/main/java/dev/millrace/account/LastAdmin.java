package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** The change would leave no admin. */
public class LastAdmin extends Problem {
    LastAdmin() {
        super(Kind.CONFLICT, "last-admin", "The last admin cannot be removed", "No other admin can sign in.");
    }
}
