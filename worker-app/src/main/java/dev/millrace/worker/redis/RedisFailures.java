package dev.millrace.worker.redis;

import java.util.concurrent.atomic.AtomicReference;

import dev.millrace.contract.PermanentRedisError;

/** Hears of everything that failed with Redis, from all threads; the first failure that waiting does not heal ends the worker. */
public final class RedisFailures {
    private final AtomicReference<String> sentence = new AtomicReference<>();
    private final Runnable end;

    /** @param end told once, on the thread that was refused */
    public RedisFailures(Runnable end) {
        this.end = end;
    }

    /** @param failure what a Redis client threw; one that passes changes nothing */
    public void look(Throwable failure) {
        PermanentRedisError.sentenceOf(failure).ifPresent(found -> {
            if (sentence.compareAndSet(null, found)) {
                end.run();
            }
        });
    }

    /** @return why Redis refuses for good, for the operator; null if it does not */
    public String sentence() {
        return sentence.get();
    }
}
