package dev.millrace.web.push;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** This user has the maximum of open connections on this node. */
public class TooManyUserConnections extends Problem {
    private static final Duration WAIT = Duration.ofSeconds(30);

    TooManyUserConnections(int limit) {
        super(
                Kind.TOO_MANY,
                "too-many-own-sessions",
                "Too many connections of this user",
                "At most " + limit + " connections per user are allowed on a node. Close one, or try again later.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(WAIT);
    }
}
