package dev.millrace.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubmitConnectionTest {
    private static final byte[] ANSWER = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/tasks", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            boolean batch = exchange.getRequestURI().getPath().endsWith("/batch");
            exchange.sendResponseHeaders(202, batch ? 0 : ANSWER.length); // 0 = in chunks
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void submits_follow_one_another_with_any_framing_of_the_responses() throws IOException {
        URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");

        try (SubmitConnection line = new SubmitConnection(base, "token")) {
            assertThat(line.many("[1]")).isEqualTo(202);
            assertThat(line.one("{}")).isEqualTo(202);
            assertThat(line.many("[2]")).isEqualTo(202);
        }

        assertThat(requests).containsExactly("Bearer token [1]", "Bearer token {}", "Bearer token [2]");
    }
}
