package dev.millrace.worker.redis;

import java.util.concurrent.atomic.AtomicReference;

import dev.millrace.redis.PermanentRedisError;

/** Receives the failures of Redis from all threads; the first permanent error stops the worker. */
public final class RedisFailures {
    private final AtomicReference<String> permanentError = new AtomicReference<>();
    private final Runnable onPermanentError;

    /** @param onPermanentError runs once, on the thread that met the error */
    public RedisFailures(Runnable onPermanentError) {
        this.onPermanentError = onPermanentError;
    }

    /** @param failure exception of a Redis client; a temporary one has no effect */
    public void record(Throwable failure) {
        PermanentRedisError.messageFor(failure).ifPresent(found -> {
            if (permanentError.compareAndSet(null, found)) {
                onPermanentError.run();
            }
        });
    }

    /** @return the first permanent error, for the operator, or null */
    public String permanentError() {
        return permanentError.get();
    }
}
