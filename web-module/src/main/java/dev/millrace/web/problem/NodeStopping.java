package dev.millrace.web.problem;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/** This node accepts no more requests. The request was not begun; another node, or this one soon, may be asked. */
public class NodeStopping extends Problem {
    private static final Duration SOON = Duration.ofSeconds(5);

    public NodeStopping() {
        super(
                Kind.UNAVAILABLE,
                "node-stopping",
                "This node is shutting down",
                "Nothing was done. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(SOON);
    }
}
