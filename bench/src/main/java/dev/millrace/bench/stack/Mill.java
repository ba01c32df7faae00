package dev.millrace.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.millrace.bench.client.Door;

/** Millrace as {@code ./run} starts it, with a worker that knows the bench's task types too. Empty at the start. */
public final class Mill implements AutoCloseable {
    /** The first account's password. */
    public static final String ADMIN_PASSWORD = "the bench's own password";

    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Path data;
    private final int port = Ports.free();
    private final Process process;
    private final Duration timeToPage;

    /**
     * Starts it, and returns when it answers.
     *
     * @param root the repository
     * @param data folder for all it writes; what is there is deleted
     * @param redis empty
     * @param databaseUrl null = the embedded one
     * @param environment further variables
     */
    public Mill(Path root, Path data, Redis redis, String databaseUrl, Map<String, String> environment) {
        this.data = data;
        delete(data);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("MILLRACE_DATA", data.toString());
        variables.put("MILLRACE_REDIS_URL", redis.url());
        variables.put("MILLRACE_KEYS_DIRECTORY", data.resolve("keys").toString());
        variables.put("MILLRACE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        variables.put("MILLRACE_ACCOUNTS_ACCESS_TOKEN", "12h");
        variables.put("MILLRACE_HANDLERS", root.resolve("bench/target/classes").toString());
        variables.merge(
                "MILLRACE_WORKER_OPTS",
                "-Dmillrace.worker.packages=dev.millrace.bench.handlers",
                (own, ours) -> own + " " + ours);
        if (databaseUrl != null) {
            variables.put("MILLRACE_DB_URL", databaseUrl);
        }
        ProcessBuilder builder = new ProcessBuilder(root.resolve("run").toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("MILLRACE_") || key.startsWith("MP_"));
        builder.environment().putAll(variables);
        long begin = System.nanoTime();
        try {
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitPage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        timeToPage = Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitPage() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Logs and data are in")) {
                return;
            }
        }
        throw new IllegalStateException("./run did not start Millrace:\n" + said);
    }

    public Door door() {
        return new Door(URI.create("http://localhost:" + port + "/"));
    }

    /** From the start of {@code ./run} until it says that the page answers. */
    public Duration timeToPage() {
        return timeToPage;
    }

    /** One of its processes: {@code server} or {@code worker-1}. */
    public RunningProgram program(String name) {
        try {
            return new RunningProgram(Long.parseLong(
                    Files.readString(data.resolve("pids").resolve(name)).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log of one of its processes so far. */
    public String log(String name) {
        try {
            return Files.readString(data.resolve("logs").resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("./run did not stop within " + GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
