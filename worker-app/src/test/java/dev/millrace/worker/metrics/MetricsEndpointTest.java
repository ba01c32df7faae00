package dev.millrace.worker.metrics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.Claim;
import dev.millrace.contract.WorkerReport;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsEndpointTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final WorkerMetrics metrics = new WorkerMetrics();
    private MetricsEndpoint port;

    @BeforeEach
    void open() throws IOException {
        port = new MetricsEndpoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), metrics::scrape);
    }

    @AfterEach
    void close() {
        port.close();
        metrics.close();
    }

    @Test
    void the_endpoint_gives_attempts_gauges_and_the_virtual_machine() throws Exception {
        metrics.gauge("millrace_worker_slots", "How many tasks it runs at once.", () -> 4);
        Instant now = Instant.now();
        metrics.attemptEnded(
                "default",
                "reverse_string",
                new WorkerReport.Succeeded(new Claim(UUID.randomUUID(), 1), "w-1", now, now.minusSeconds(3), "{}"));

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("millrace_worker_slots 4.0")
                .contains("millrace_worker_attempts_seconds_sum{outcome=\"succeeded\",queue=\"default\","
                        + "type=\"reverse_string\"} 3.0")
                .contains("jvm_memory_used_bytes", "process_cpu_usage");
    }

    @Test
    void other_paths_and_methods_are_rejected() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/metrics")).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port.address().getPort() + path);
    }
}
