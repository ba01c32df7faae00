package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** An admin tries to change the rights of his own account. */
public class OwnAccount extends Problem {
    OwnAccount() {
        super(
                Kind.CONFLICT,
                "own-account",
                "Not allowed for your own account",
                "Ask another admin to change your roles or to disable you.");
    }
}
