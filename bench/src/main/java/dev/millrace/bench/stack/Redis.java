package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The Redis of all measured programs, with the settings that {@code ./run} gives it. */
public final class Redis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port = Ports.free();
    private final Launched server;

    /**
     * Starts Redis, and returns when it answers.
     *
     * @param program a {@code redis-server} of version 7
     * @param folder for its append-only file
     * @throws IllegalStateException if there is no such program
     */
    public Redis(Path program, Path folder) {
        Folders.create(folder);
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new IllegalStateException(program + " is not there, or cannot be made executable");
        }
        List<String> command = List.of(
                program.toString(),
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
        server = new Launched(
                "Redis",
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("redis.log").toFile()));
        server.await(PATIENCE, this::answers);
    }

    private boolean answers() {
        try {
            return ask("PING").startsWith("+PONG");
        } catch (UncheckedIOException e) {
            return false; // not yet
        }
    }

    /** The first line of the reply to an inline command. */
    public String ask(String command) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
                line.append((char) next);
                next = socket.getInputStream().read();
            }
            return line.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all keys. */
    public void flush() {
        ask("FLUSHALL");
    }

    /** The number of keys in its first database. */
    public long keys() {
        return Long.parseLong(ask("DBSIZE").substring(1));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public ProcessStats program() {
        return server.program();
    }

    @Override
    public void close() {
        server.close();
    }
}
