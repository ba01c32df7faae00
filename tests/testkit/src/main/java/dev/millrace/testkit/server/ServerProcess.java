package dev.millrace.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.millrace.testkit.process.ManagedProcess;

/**
 * An application server with Millrace in it: Payara Micro, unless {@value ServerInstallation#PROPERTY} names another. When
 * it is stopped, it finishes requests, gives up its leases and ends.
 */
public final class ServerProcess extends ManagedProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerInstallation installation;

    ServerProcess(String name, String kind, Path folder, Map<String, String> environment) {
        this(name, ServerInstallation.of(kind, folder), environment);
    }

    private ServerProcess(String name, ServerInstallation installation, Map<String, String> environment) {
        super(name, installation::command, environment);
        this.installation = installation;
    }

    /** Starts it without waiting. */
    public ServerProcess begin() {
        installation.install();
        super.start();
        return this;
    }

    /** Starts it and waits until it is ready. */
    @Override
    public ServerProcess start() {
        return begin().awaitReady();
    }

    /** Waits until its readiness probe says yes. */
    public ServerProcess awaitReady() {
        awaitAnswer(START_LIMIT, this::isReady);
        return this;
    }

    /** The address of its root, with a closing slash. */
    public URI address() {
        return installation.address();
    }

    private boolean isReady() {
        HttpRequest probe = HttpRequest.newBuilder(installation.readiness()).build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
