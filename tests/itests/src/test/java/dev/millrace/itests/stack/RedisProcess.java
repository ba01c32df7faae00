package dev.millrace.itests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import redis.clients.jedis.RedisClient;

import dev.millrace.testkit.process.Ports;

import static org.awaitility.Awaitility.await;

/** A Redis of the test's own, which stores its data on disk between its starts unless wiped. */
public final class RedisProcess implements AutoCloseable {
    private final int port = Ports.free();
    private final Path folder;
    private final ManagedProcess program;

    public RedisProcess(Path folder, String name) {
        Path binary = BuildOutput.inStack("redis-server");
        if (!binary.toFile().setExecutable(true)) {
            throw new IllegalStateException(binary + " cannot be made executable");
        }
        this.folder = folder;
        this.program = new ManagedProcess(
                name,
                List.of(
                        binary.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--save",
                        ""),
                Map.of());
    }

    /** Starts it and waits until it answers. */
    public RedisProcess start() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program.start();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> ask(RedisClient::ping)
                .equals("PONG"));
        return this;
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        program.kill();
    }

    /** Stops it as {@code kill} does; its data is on disk then. */
    public void stop() {
        program.stop();
    }

    /** Deletes its data on disk; only while it is down. */
    public void wipeDisk() {
        Folders.delete(folder);
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Runs one command or a few, on a connection of their own. */
    public <T> T ask(Function<RedisClient, T> question) {
        try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
            return question.apply(client);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
