package dev.millrace.worker.redis;

/** Redis gives a permanent error. The message is for the operator and contains no secret. */
public final class PermanentRedisFailure extends Exception {
    PermanentRedisFailure(String message) {
        super(message);
    }
}
