package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** The user has the maximum of API tokens. */
public class TooManyApiTokens extends Problem {
    TooManyApiTokens(int max) {
        super(
                Kind.CONFLICT,
                "too-many-api-tokens",
                "Too many API tokens",
                "You have " + max + " API tokens, the maximum. Revoke one first.");
    }
}
