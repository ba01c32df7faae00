package dev.millrace.web.push;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** This user has as many open sessions on this node as one user may have. */
public class TooManyUserConnections extends Problem {
    private static final Duration WAIT = Duration.ofSeconds(30);

    TooManyUserConnections(int limit) {
        super(
                Kind.TOO_MANY,
                "too-many-own-sessions",
                "Too many open sessions of yours",
                "You may have " + limit + " open sessions here. Close one, or try again later.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(WAIT);
    }
}
