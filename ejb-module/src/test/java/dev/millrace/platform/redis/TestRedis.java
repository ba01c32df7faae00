package dev.millrace.platform.redis;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;

import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

import dev.millrace.platform.config.ConfigReader;

/** A real Redis of a test's own, which a test can stop and start. */
public final class TestRedis implements AutoCloseable {
    private final int port = freePort();
    private final UnifiedJedis client = RedisClients.open(settings());
    private RedisServer server;

    public TestRedis() {
        comeBack();
    }

    public int port() {
        return port;
    }

    public UnifiedJedis client() {
        return client;
    }

    public void goAway() {
        server.stop();
    }

    public void comeBack() {
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
    }

    @Override
    public void close() {
        client.close();
        goAway();
    }

    private RedisSettings settings() {
        String url = "redis://127.0.0.1:" + port;
        RedisSettings settings = RedisSettings.from(
                new ConfigReader(key -> Optional.of(url).filter(it -> key.equals("millrace.redis.url"))));
        return new RedisSettings(settings.address(), settings.connections(), Duration.ofSeconds(2));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
