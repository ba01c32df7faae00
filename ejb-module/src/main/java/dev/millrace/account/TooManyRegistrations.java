package dev.millrace.account;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** The limit of registrations, from the client's address or from all together, is reached. */
public class TooManyRegistrations extends Problem {
    private final Duration wait;

    TooManyRegistrations(Duration wait) {
        super(
                Kind.TOO_MANY,
                "too-many-registrations",
                "Too many registrations",
                "Try again in " + (wait.toSeconds() + 1) + " seconds.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
