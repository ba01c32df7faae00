package dev.millrace.worker.redis;

/** Redis refuses in a way that waiting does not heal. The message is for the operator and has no secret in it. */
public final class RedisUnusable extends Exception {
    RedisUnusable(String message) {
        super(message);
    }
}
