package dev.millrace.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

/**
 * The nginx of this machine in front of a server, with the configuration of {@code deploy/proxy}. On another port it is
 * configured without regard to Millrace.
 */
public final class Nginx implements AutoCloseable {
    private static final String MAIN =
            """
            daemon off;
            error_log stderr;
            pid nginx.pid;
            events {}
            http {
                access_log off;
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                include millrace.conf;
                server {
                    listen 127.0.0.1:%d;
                    location / { proxy_pass http://127.0.0.1:%d; }
                }
            }
            """;

    private final int port = Ports.free();
    private final int barePort = Ports.free();
    private final ManagedProcess program;

    /**
     * Prepares the proxy and starts nothing yet.
     *
     * @throws IllegalStateException if this machine has none
     */
    public Nginx(String name, ServerProcess server) {
        Path folder = BuildOutput.TARGET.resolve(name);
        int node = server.address().getPort();
        Certificate certificate = Certificate.in(folder.resolve("tls"));
        try {
            String own = Files.readString(BuildOutput.ROOT.resolve("deploy/proxy/nginx.conf"));
            Files.writeString(
                    folder.resolve("millrace.conf"),
                    own.replace("127.0.0.1:8080", "127.0.0.1:" + node)
                            .replace("127.0.0.1:8081", "127.0.0.1:" + node)
                            .replace("listen 443", "listen 127.0.0.1:" + port)
                            .replace(
                                    "/etc/nginx/millrace.crt",
                                    certificate.certificate().toString())
                            .replace(
                                    "/etc/nginx/millrace.key", certificate.key().toString()));
            Files.writeString(folder.resolve("nginx.conf"), MAIN.formatted(barePort, node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = new ManagedProcess(
                name,
                List.of(InstalledProgram.find("nginx"), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr"),
                Map.of());
    }

    public Nginx start() {
        program.start();
        program.awaitAnswer(Duration.ofSeconds(30), () -> Ports.answers(port) && Ports.answers(barePort));
        return this;
    }

    /** Its address over TLS, with a closing slash. */
    public URI address() {
        return URI.create("https://localhost:" + port + "/");
    }

    /** Its address without TLS, without any header for the server and without WebSockets. */
    public URI bareAddress() {
        return URI.create("http://localhost:" + barePort + "/");
    }

    @Override
    public void close() {
        program.close();
    }
}
