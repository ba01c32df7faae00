package dev.millrace.account;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** Sign-in has failed too often. */
public class TooManyAttempts extends Problem {
    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super(
                Kind.TOO_MANY,
                "too-many-attempts",
                "Too many failed attempts",
                "Try again in " + (wait.toSeconds() + 1) + " seconds.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
