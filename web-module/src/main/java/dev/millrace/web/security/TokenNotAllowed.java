package dev.millrace.web.security;

import dev.millrace.account.Scope;
import dev.millrace.platform.problem.Problem;

/** An API token is not good for this call. */
public class TokenNotAllowed extends Problem {
    private TokenNotAllowed(String detail) {
        super(Kind.FORBIDDEN, "token-not-allowed", "This token may not do that", detail);
    }

    static TokenNotAllowed here() {
        return new TokenNotAllowed("API tokens are for tasks, task types, workflows, schedules and events only.");
    }

    /** @param scope that the token would have to have */
    public static TokenNotAllowed without(Scope scope) {
        return new TokenNotAllowed("The API token would need the scope " + scope.text() + ".");
    }
}
