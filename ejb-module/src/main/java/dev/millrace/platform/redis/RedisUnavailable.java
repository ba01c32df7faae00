package dev.millrace.platform.redis;

import dev.millrace.platform.problem.Problem;

/** Redis is away, and what was asked for lies there. */
public class RedisUnavailable extends Problem {
    public RedisUnavailable(Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "redis-unavailable",
                "Redis is not available",
                "Redis is not available right now. Try again in a moment.");
        initCause(cause);
    }
}
