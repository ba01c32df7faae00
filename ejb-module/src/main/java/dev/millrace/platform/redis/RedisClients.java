package dev.millrace.platform.redis;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.redis.ClientOptions;
import dev.millrace.redis.JedisClients;

/** Opens the pooled client for the configured Redis. It connects at first use, so Redis may be down before. */
@ApplicationScoped
public class RedisClients {
    /** Longest silence of a blocking read or a subscription: longer than either waits, so the connection is dead. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    @Produces
    @Singleton
    UnifiedJedis client(RedisSettings settings) {
        return open(settings);
    }

    void close(@Disposes UnifiedJedis client) {
        client.close();
    }

    /** @return a client to be closed by the caller */
    public static UnifiedJedis open(RedisSettings settings) {
        return JedisClients.open(
                settings.address(),
                new ClientOptions("millrace-server", settings.timeout(), READ_TIMEOUT, settings.connections()));
    }
}
