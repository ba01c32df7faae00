package dev.millrace.web.security;

import dev.millrace.account.Scope;
import dev.millrace.platform.problem.Problem;

/** An API token does not permit this call. */
public class TokenNotAllowed extends Problem {
    private TokenNotAllowed(String detail) {
        super(Kind.FORBIDDEN, "token-not-allowed", "The API token does not allow this", detail);
    }

    static TokenNotAllowed here() {
        return new TokenNotAllowed("API tokens allow tasks, task types, workflows, schedules and events only.");
    }

    /** @param scope that the token lacks */
    public static TokenNotAllowed without(Scope scope) {
        return new TokenNotAllowed("The API token needs the scope " + scope.text() + ".");
    }
}
