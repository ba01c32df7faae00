package dev.millrace.worker.redis;

/** Redis gives a permanent error. The message is for the operator and contains no secret. */
public final class RedisUnusable extends Exception {
    RedisUnusable(String message) {
        super(message);
    }
}
