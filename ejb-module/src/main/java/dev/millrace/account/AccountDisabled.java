package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** An admin has disabled the account; only a caller with its password gets this answer. */
public class AccountDisabled extends Problem {
    AccountDisabled() {
        super(Kind.FORBIDDEN, "account-disabled", "The account is disabled", "Contact an administrator.");
    }
}
