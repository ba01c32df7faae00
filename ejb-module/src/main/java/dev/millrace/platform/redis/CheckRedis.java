package dev.millrace.platform.redis;

import java.time.Duration;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.platform.config.StartRefused;

/** Whether Redis is one that Millrace can ever work with. One that is away, or refuses for now, is waited for. */
public final class CheckRedis {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private CheckRedis() {}

    /** @throws StartRefused if it will not heal by waiting */
    public static void check(RedisSettings settings) {
        RedisStatus found = look(settings);
        if (!found.isUp() && !found.heals()) {
            throw new StartRefused(
                    "Millrace does not start. " + found.reason() + " (" + settings.address() + ")",
                    StartRefused.CONFIGURATION);
        }
    }

    private static RedisStatus look(RedisSettings settings) {
        Duration patience = settings.timeout().compareTo(PATIENCE) < 0 ? settings.timeout() : PATIENCE;
        try (UnifiedJedis redis =
                RedisClients.open(new RedisSettings(settings.address(), settings.connections(), patience))) {
            return new RedisCapabilities(redis).rehearse();
        } catch (JedisException e) {
            return RedisErrorReply.behind(e);
        }
    }
}
