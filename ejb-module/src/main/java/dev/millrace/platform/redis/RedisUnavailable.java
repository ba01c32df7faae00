package dev.millrace.platform.redis;

import dev.millrace.platform.problem.Problem;

/** Redis is unavailable, and the request needs it. */
public class RedisUnavailable extends Problem {
    public RedisUnavailable(Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "redis-unavailable",
                "Redis is unavailable",
                "Redis is temporarily unavailable. Try again in a moment.");
        initCause(cause);
    }
}
