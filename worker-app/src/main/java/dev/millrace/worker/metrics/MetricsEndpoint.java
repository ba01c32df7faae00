package dev.millrace.worker.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.millrace.worker.thread.UninterruptibleThread;

/**
 * A small HTTP server that answers only {@code GET /metrics}, one request at a time. The JDK's own would lose its port
 * for good when a handler interrupts its thread.
 */
public final class MetricsEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsEndpoint.class);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket server = new ServerSocket();
    private final Supplier<String> metrics;

    /**
     * Opens the port; its thread ends with {@link #close}.
     *
     * @throws IOException if the address is not available
     */
    public MetricsEndpoint(InetSocketAddress address, Supplier<String> metrics) throws IOException {
        this.metrics = metrics;
        try {
            server.bind(address);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        new UninterruptibleThread("metrics", this::serve).start();
    }

    /** @return the port on which it listens */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(handle(RequestHead.read(client)));
                client.shutdownOutput();
            } catch (IOException | RuntimeException | Error e) {
                LOG.debug("Failed to serve metrics", e); // a handler can exhaust memory at any statement
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private byte[] handle(RequestHead request) {
        if (!request.path().equals("/metrics")) {
            return handle("404 Not Found", "");
        }
        return request.method().equals("GET") ? handle("200 OK", metrics.get()) : handle("405 Method Not Allowed", "");
    }

    private static byte[] handle(String status, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("Failed to close the port for metrics", e);
        }
    }
}
