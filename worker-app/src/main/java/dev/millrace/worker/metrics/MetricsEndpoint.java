package dev.millrace.worker.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A small HTTP server that answers {@code GET /metrics} and nothing else. */
public final class MetricsEndpoint implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;

    private final HttpServer server;
    private final Supplier<String> text;

    /**
     * Opens the port; its thread ends with {@link #close}.
     *
     * @throws IOException if the address cannot be had
     */
    public MetricsEndpoint(InetSocketAddress address, Supplier<String> text) throws IOException {
        this.text = text;
        server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @return where it listens */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NO_SUCH_METHOD, -1);
            } else {
                byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
