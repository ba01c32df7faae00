package dev.millrace.web.problem;

import java.time.Duration;
import java.util.Optional;

import dev.millrace.platform.problem.Problem;

/**
 * This node accepts no more requests. The node has not started the request; the client may send it to another node, or
 * to this one soon.
 */
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
