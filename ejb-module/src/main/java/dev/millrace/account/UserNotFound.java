package dev.millrace.account;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** There is no such user. */
public class UserNotFound extends Problem {
    public UserNotFound(UUID id) {
        super(Kind.NOT_FOUND, "user-not-found", "No such user", "There is no user " + id + ".");
    }
}
