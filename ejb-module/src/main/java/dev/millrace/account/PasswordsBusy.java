package dev.millrace.account;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** As many passwords are hashed on this node as may be, and as many wait for it; nothing was checked. */
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
