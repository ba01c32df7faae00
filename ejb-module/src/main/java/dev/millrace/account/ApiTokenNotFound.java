package dev.millrace.account;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** The person has no such API token. */
public class ApiTokenNotFound extends Problem {
    ApiTokenNotFound(UUID id) {
        super(Kind.NOT_FOUND, "api-token-not-found", "No such API token", "You have no API token " + id + ".");
    }
}
