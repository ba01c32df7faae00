package dev.millrace.limit;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** The user has the most waiting tasks allowed; some of them have to finish first. */
public class BacklogFull extends Problem {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    BacklogFull(int max) {
        super(
                Kind.TOO_MANY,
                "backlog-full",
                "Too many waiting tasks",
                "You have " + max + " waiting tasks, the maximum. Try again when some have finished.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(TRY_AGAIN);
    }
}
