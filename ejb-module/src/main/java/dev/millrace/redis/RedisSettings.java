package dev.millrace.redis;

import java.time.Duration;

import dev.millrace.config.Keys;
import dev.millrace.contract.RedisAddress;

/**
 * Where Redis is.
 *
 * @param address never null
 * @param connections most connections one node opens
 * @param timeout how long a connect or an answer may take
 */
public record RedisSettings(RedisAddress address, int connections, Duration timeout) {
    public static RedisSettings from(Keys keys) {
        return new RedisSettings(
                keys.parsed("millrace.redis.url", RedisAddress.parse("redis://127.0.0.1:6379"), RedisAddress::parse),
                keys.number("millrace.redis.connections", 64, 8, 10_000),
                keys.duration("millrace.redis.timeout", Duration.ofSeconds(5)));
    }
}
