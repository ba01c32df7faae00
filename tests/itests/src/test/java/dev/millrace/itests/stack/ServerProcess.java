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

/** An application server with Millrace in it: Payara Micro, unless {@value ServerInstallation#PROPERTY} names another. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerInstallation installation;
    private final String name;
    private final Map<String, String> environment;
    private ManagedProcess program;

    ServerProcess(String name, String kind, Path folder, Map<String, String> environment) {
        this.name = name;
        this.environment = Map.copyOf(environment);
        installation = ServerInstallation.of(kind, folder);
    }

    /** Starts it without waiting. */
    public ServerProcess begin() {
        installation.install();
        if (program == null) {
            program = new ManagedProcess(name, installation.command(), environment);
        }
        program.start();
        return this;
    }

    /** Starts it and waits until it is ready. */
    public ServerProcess start() {
        return begin().awaitReady();
    }

    /** Waits until its readiness probe says yes. */
    public ServerProcess awaitReady() {
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

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        program.kill();
    }

    /** Stops it as {@code kill} does: it finishes requests, gives up its leases and ends. */
    public void stop() {
        program.stop();
    }

    /** Freezes it as {@code kill -STOP} does. */
    public void freeze() {
        program.freeze();
    }

    /** Thaws it as {@code kill -CONT} does. */
    public void thaw() {
        program.thaw();
    }

    public boolean isAlive() {
        return program != null && program.isAlive();
    }

    /** Whether it is alive and not frozen. */
    public boolean isAwake() {
        return program != null && program.isAwake();
    }

    /** The address of its root, with a closing slash. */
    public URI address() {
        return installation.address();
    }

    public String output() {
        return program.output();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(installation.readiness()).build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
