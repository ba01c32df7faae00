package dev.millrace.account;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** The person has no such session. */
public class SessionNotFound extends Problem {
    SessionNotFound(UUID id) {
        super(Kind.NOT_FOUND, "session-not-found", "No such session", "You have no session " + id + ".");
    }
}
