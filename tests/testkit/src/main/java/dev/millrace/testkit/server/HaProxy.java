package dev.millrace.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

import static org.awaitility.Awaitility.await;

/** The HAProxy of this machine in front of two servers, with the configuration of {@code deploy/proxy}. */
public final class HaProxy implements AutoCloseable {
    private final int port = Ports.free();
    private final int securePort = Ports.free();
    private final int status = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagedProcess program;

    /**
     * Prepares the proxy and starts nothing yet.
     *
     * @throws IllegalStateException if this machine has none
     */
    public HaProxy(String name, ServerProcess first, ServerProcess second) {
        Certificate certificate = Certificate.in(BuildOutput.TARGET.resolve(name));
        program = new ManagedProcess(
                name,
                List.of(
                        InstalledProgram.find("haproxy"),
                        "-db",
                        "-f",
                        BuildOutput.ROOT.resolve("deploy/proxy/haproxy.cfg").toString()),
                Map.of(
                        "MILLRACE_PROXY_BIND", "127.0.0.1:" + port,
                        "MILLRACE_PROXY_TLS_BIND", "127.0.0.1:" + securePort,
                        "MILLRACE_PROXY_CERTIFICATE", certificate.both().toString(),
                        "MILLRACE_PROXY_STATUS", "127.0.0.1:" + status,
                        "MILLRACE_PROXY_PROBE", "/health/ready",
                        "MILLRACE_NODE_1", "127.0.0.1:" + first.address().getPort(),
                        "MILLRACE_NODE_2", "127.0.0.1:" + second.address().getPort()));
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

    /** Its address over TLS, with a closing slash. */
    public URI secureAddress() {
        return URI.create("https://localhost:" + securePort + "/");
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
