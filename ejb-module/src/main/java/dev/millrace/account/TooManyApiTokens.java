package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** The person has as many API tokens as one may have. */
public class TooManyApiTokens extends Problem {
    TooManyApiTokens(int most) {
        super(
                Kind.CONFLICT,
                "too-many-api-tokens",
                "Too many API tokens",
                "You have " + most + " API tokens, the maximum. Revoke one first.");
    }
}
