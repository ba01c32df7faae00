package dev.millrace.platform.redis;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.redis.RedisAddress;

/**
 * Address and limits of Redis.
 *
 * @param address never null
 * @param connections maximum number of connections of one node
 * @param timeout how long a connect or an answer may take; longer than readers wait for new entries
 */
public record RedisSettings(RedisAddress address, int connections, Duration timeout) {
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    public static RedisSettings from(ConfigReader config) {
        RedisAddress address =
                config.parsed("millrace.redis.url", RedisAddress.parse("redis://127.0.0.1:6379"), RedisAddress::parse);
        return new RedisSettings(
                config.secretFile("millrace.redis.password-file", address, address::withPassword),
                config.number("millrace.redis.connections", 64, 8, 10_000),
                config.duration("millrace.redis.timeout", Duration.ofSeconds(5), MIN_TIMEOUT, MAX_TIMEOUT));
    }
}
