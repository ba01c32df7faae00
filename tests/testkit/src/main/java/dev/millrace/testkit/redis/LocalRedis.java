package dev.millrace.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.millrace.testkit.process.Ports;

/**
 * This machine's Redis or Valkey for unit tests, on a free port of the loopback address. It keeps nothing on disk, and ends
 * with this virtual machine at the latest.
 */
public final class LocalRedis implements AutoCloseable {
    private static final Duration MAX_START = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 5;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final int port = Ports.free();
    private Process process;

    /** Starts it, empty and always on the same port; returns when it answers. */
    public LocalRedis start() {
        try {
            process = new ProcessBuilder(List.of(
                            program().toString(),
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--save",
                            ""))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RUNNING.add(process);
        awaitAnswer();
        return this;
    }

    /** Ends its process and with it all connections. */
    public void stop() {
        process.destroy();
        process.onExit().join();
        RUNNING.remove(process);
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

    private static Path program() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path program = folder.resolve("deploy/redis-server");
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IllegalStateException("no folder above " + start + " has deploy/redis-server");
    }

    private void awaitAnswer() {
        long start = System.nanoTime();
        try {
            while (!answers()) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)
                        || System.nanoTime() - start > MAX_START.toNanos()) {
                    throw new IllegalStateException(program() + " did not start on port " + port);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
