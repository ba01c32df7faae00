package dev.millrace.testkit.redis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

/** A Redis of the test's own, which stores its data on disk between its starts unless wiped. */
public final class RedisProcess extends ManagedProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final JedisClientConfig PATIENT =
            DefaultJedisClientConfig.builder().socketTimeoutMillis(30_000).build();

    private final int port;
    private final Path folder;

    /** Prepares this machine's Redis or Valkey; starts nothing yet. */
    public RedisProcess(Path folder, String name) {
        this(BuildOutput.ROOT.resolve("deploy/redis-server"), folder, name);
    }

    /**
     * Prepares another Redis; starts nothing yet.
     *
     * @param binary a {@code redis-server} of version 7
     * @param folder for its append-only file
     * @throws IllegalStateException if there is no such program
     */
    public RedisProcess(Path binary, Path folder, String name) {
        this(executable(binary), folder, name, Ports.free());
    }

    private RedisProcess(Path binary, Path folder, String name, int port) {
        super(name, command(binary, folder, port), Map.of());
        this.folder = folder;
        this.port = port;
    }

    private static Path executable(Path binary) {
        if (!Files.isExecutable(binary) && !binary.toFile().setExecutable(true)) {
            throw new IllegalStateException(binary + " is not there, or cannot be made executable");
        }
        return binary;
    }

    private static List<String> command(Path binary, Path folder, int port) {
        return List.of(
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
                "");
    }

    /** Starts it and waits until it answers. */
    @Override
    public RedisProcess start() {
        Folders.create(folder);
        super.start();
        awaitAnswer(START_LIMIT, this::answers);
        return this;
    }

    private boolean answers() {
        try {
            return ask(RedisClient::ping).equals("PONG");
        } catch (JedisException e) {
            return false; // it still starts
        }
    }

    /** Deletes its data on disk; only while it is down. */
    public void wipeDisk() {
        Folders.delete(folder);
    }

    /** Deletes all keys. */
    public void flush() {
        ask(RedisClient::flushAll);
    }

    /** The number of its keys. */
    public long keys() {
        return ask(RedisClient::dbSize);
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Runs one command or a few, on a connection of their own. */
    public <T> T ask(Function<RedisClient, T> question) {
        try (RedisClient client = RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(PATIENT)
                .build()) {
            return question.apply(client);
        }
    }
}
