package dev.millrace.platform.redis;

import java.time.Duration;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.platform.config.StartRefused;

/** Checks at the start that Redis has no permanent error. The start does not wait for a Redis that is down or rejecting writes. */
public final class CheckRedis {
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private CheckRedis() {}

    /** @throws StartRefused for an error that waiting does not repair */
    public static void check(RedisSettings settings) {
        RedisStatus found = connect(settings);
        if (!found.isUp() && !found.recoverable()) {
            throw new StartRefused(
                    "Millrace does not start. " + found.reason() + " (" + settings.address() + ")",
                    StartRefused.CONFIGURATION);
        }
    }

    private static RedisStatus connect(RedisSettings settings) {
        Duration timeout = settings.timeout().compareTo(MAX_WAIT) < 0 ? settings.timeout() : MAX_WAIT;
        try (UnifiedJedis redis =
                RedisClients.open(new RedisSettings(settings.address(), settings.connections(), timeout))) {
            return new RedisCapabilities(redis).check();
        } catch (JedisException e) {
            return RedisErrorReply.statusOf(e);
        }
    }
}
