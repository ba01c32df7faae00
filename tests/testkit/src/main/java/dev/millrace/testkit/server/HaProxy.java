package dev.millrace.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

import static org.awaitility.Awaitility.await;

/** The HAProxy of this machine in front of two servers, with the configuration of {@code deploy/haproxy}. */
public final class HaProxy implements AutoCloseable {
    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private final int port = Ports.free();
    private final int status = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagedProcess program;

    /**
     * Prepares the proxy and starts nothing yet.
     *
     * @throws IllegalStateException if this machine has none
     */
    public HaProxy(String name, ServerProcess first, ServerProcess second) {
        program = new ManagedProcess(
                name,
                List.of(
                        installed().toString(),
                        "-db",
                        "-f",
                        BuildOutput.ROOT.resolve("deploy/haproxy/millrace.cfg").toString()),
                Map.of(
                        "MILLRACE_PROXY_BIND", "127.0.0.1:" + port,
                        "MILLRACE_PROXY_STATUS", "127.0.0.1:" + status,
                        "MILLRACE_PROXY_PROBE", "/health/ready",
                        "MILLRACE_NODE_1", "127.0.0.1:" + first.address().getPort(),
                        "MILLRACE_NODE_2", "127.0.0.1:" + second.address().getPort()));
    }

    private static Path installed() {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "haproxy is missing in " + FOLDERS + "; install it, on Debian with: apt-get install haproxy"));
    }

    /** Starts it and waits until it sees both servers. */
    public HaProxy start() {
        program.start();
        return awaitBothUp();
    }

    /** Waits until it would send requests to both. */
    public HaProxy awaitBothUp() {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> nodesUp() == 2);
        return this;
    }

    /** Its address for clients, with a closing slash. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    @Override
    public void close() {
        program.close();
    }

    private long nodesUp() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + status + "/;csv"))
                .build();
        return http.send(question, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("nodes,node-") && line.contains(",UP,"))
                .count();
    }
}
