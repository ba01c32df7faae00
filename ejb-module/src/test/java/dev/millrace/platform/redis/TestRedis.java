package dev.millrace.platform.redis;

import java.time.Duration;
import java.util.Optional;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.testkit.redis.LocalRedis;

/** A real Redis of a test's own, which a test can stop and start. */
public final class TestRedis implements AutoCloseable {
    private final LocalRedis server = new LocalRedis();
    private final UnifiedJedis client = RedisClients.open(settings());

    public TestRedis() {
        comeBack();
    }

    public int port() {
        return server.port();
    }

    public UnifiedJedis client() {
        return client;
    }

    public void goDown() {
        server.stop();
    }

    public void comeBack() {
        server.start();
    }

    @Override
    public void close() {
        client.close();
        goDown();
    }

    private RedisSettings settings() {
        RedisSettings settings = RedisSettings.from(
                new ConfigReader(key -> Optional.of(server.url()).filter(it -> key.equals("millrace.redis.url"))));
        return new RedisSettings(settings.address(), settings.connections(), Duration.ofSeconds(2));
    }
}
