package dev.millrace.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.millrace.bench.client.ServerClient;

/** Millrace as {@code ./run} starts it: the WAR on Payara Micro. */
public final class PayaraUnderTest implements ServerUnderTest {
    private final Path data;
    private final int port = Ports.free();
    private final Launched run;
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
    public PayaraUnderTest(Path root, Path data, Redis redis, String databaseUrl, Map<String, String> settings) {
        this.data = data;
        Folders.delete(data);
        MillraceEnvironment environment =
                new MillraceEnvironment(root, data, redis.url(), settings).with("MILLRACE_DATA", data.toString());
        if (databaseUrl != null) {
            environment = environment.with("MILLRACE_DB_URL", databaseUrl);
        }
        long begin = System.nanoTime();
        run = new Launched(
                "./run", environment.of(List.of(root.resolve("run").toString(), "--port", Integer.toString(port))));
        try {
            awaitPage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        timeToPage = Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitPage() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out = run.output();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Logs and data are in")) {
                return;
            }
        }
        throw new IllegalStateException("./run did not start Millrace:\n" + said);
    }

    @Override
    public ServerClient door() {
        return new ServerClient(URI.create("http://localhost:" + port + "/"));
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
