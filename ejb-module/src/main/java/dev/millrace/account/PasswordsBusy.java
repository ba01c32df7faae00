package dev.millrace.account;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/**
 * This node hashes the most passwords allowed, and the most requests allowed wait for that; it has checked no password.
 */
public class PasswordsBusy extends Problem {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    PasswordsBusy() {
        super(
                Kind.UNAVAILABLE,
                "passwords-busy",
                "Too many password checks at once",
                "The server is checking the maximum number of passwords. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(TRY_AGAIN);
    }
}
