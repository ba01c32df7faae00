package dev.millrace.testkit.redis;

import redis.embedded.RedisServer;

import dev.millrace.testkit.process.Ports;

/** A Redis for unit tests, on a free port of the loopback address; it keeps nothing on disk. */
public final class EmbeddedRedis implements AutoCloseable {
    private final int port = Ports.free();
    private RedisServer server;

    /** Starts it, empty and always on the same port; returns when it answers. */
    public EmbeddedRedis start() {
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return this;
    }

    /** Ends its process and with it all connections. */
    public void stop() {
        server.stop();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }
}
