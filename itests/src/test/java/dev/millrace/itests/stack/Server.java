package dev.millrace.itests.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** Payara Micro with the WAR at the root of a free port. */
public final class Server implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Path folder;
    private final Program program;

    Server(String name, Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.program = new Program(
                name,
                Built.java(
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-jar",
                        Built.inStack("payara-micro.jar").toString(),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--rootdir",
                        folder.resolve("domain").toString(),
                        "--prebootcommandfile",
                        Built.ROOT.resolve("deploy/micro/preboot.txt").toString(),
                        "--logproperties",
                        Built.ROOT.resolve("deploy/micro/logging.properties").toString(),
                        "--port",
                        Integer.toString(port),
                        "--deploy",
                        Built.inStack("millrace.war").toString(),
                        "--contextroot",
                        "/"),
                environment);
    }

    /** Starts it without waiting. */
    public Server begin() {
        Folders.delete(folder);
        folder.resolve("tmp").toFile().mkdirs();
        program.start();
        return this;
    }

    /** Starts it and waits until it is ready. */
    public Server start() {
        return begin().awaitReady();
    }

    /** Waits until its readiness probe says yes. */
    public Server awaitReady() {
        try {
            await().atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast(program + " has ended", () -> !program.isAlive())
                    .until(this::isReady);
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(program + " is not ready after " + START_LIMIT, e);
        }
        return this;
    }

    /** As {@code kill -9} does. */
    public void kill() {
        program.kill();
    }

    /** As {@code kill} does: it finishes requests, gives up its leases and ends. */
    public void stop() {
        program.stop();
    }

    /** As {@code kill -STOP} does. */
    public void freeze() {
        program.freeze();
    }

    /** As {@code kill -CONT} does. */
    public void thaw() {
        program.thaw();
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    /** Whether it is alive and not frozen. */
    public boolean isAwake() {
        return program.isAwake();
    }

    /** Where its root is, with a closing slash. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    public String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest probe =
                HttpRequest.newBuilder(address().resolve("health/ready")).build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
