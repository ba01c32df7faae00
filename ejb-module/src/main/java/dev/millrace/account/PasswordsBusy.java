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
                "Too many passwords are checked",
                "This server checks as many passwords as it can right now. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(TRY_AGAIN);
    }
}
