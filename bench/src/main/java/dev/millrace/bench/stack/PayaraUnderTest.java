package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;
import dev.millrace.testkit.redis.RedisProcess;

/** Millrace as {@code ./run} starts it: the WAR on Payara Micro. */
public final class PayaraUnderTest implements ServerUnderTest {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Path data;
    private final int port = Ports.free();
    private final ManagedProcess run;
    private final Duration timeToPage;

    /**
     * Starts Millrace, and returns when it answers.
     *
     * @param root the repository
     * @param data folder for all files that Millrace writes; this deletes its content first
     * @param redis empty
     * @param databaseUrl null = the embedded one
     * @param settings further variables of its environment
     */
    public PayaraUnderTest(Path root, Path data, RedisProcess redis, String databaseUrl, Map<String, String> settings) {
        this.data = data;
        Folders.delete(data);
        MillraceEnvironment environment =
                new MillraceEnvironment(root, data, redis.url(), settings).with("MILLRACE_DATA", data.toString());
        if (databaseUrl != null) {
            environment = environment.with("MILLRACE_DB_URL", databaseUrl);
        }
        long begin = System.nanoTime();
        run = new ManagedProcess(
                        "./run",
                        List.of(root.resolve("run").toString(), "--port", Integer.toString(port)),
                        environment.variables(),
                        data.resolve("run.log"))
                .withGrace(GRACE)
                .start();
        run.awaitOutput(START_LIMIT, "Logs and data are in");
        timeToPage = Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public ApiClient apiClient() {
        return ApiClient.manyAt(URI.create("http://localhost:" + port + "/")).withTimeout(RESPONSE_LIMIT);
    }

    /** From the start of {@code ./run} until it says that the page answers. */
    public Duration timeToPage() {
        return timeToPage;
    }

    @Override
    public ProcessStats program(String name) {
        return ProcessStats.in(data.resolve("pids").resolve(name));
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
        run.close();
    }
}
