package dev.millrace.limit;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** The user lets as much wait as is allowed; some of it has to be done first. */
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
