package dev.millrace.bench.benchmark;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.bench.client.LoadGenerator;
import dev.millrace.bench.report.BenchMetrics;
import dev.millrace.bench.stack.ServerUnderTest;
import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.redis.RedisProcess;

import static org.awaitility.Awaitility.await;

/** A running, warm Millrace with everything that a measurement needs of it. */
final class TestBed implements AutoCloseable {
    /** Users of the load generator. With so many, no user's events outrun the capped stream. */
    static final int USERS = 16;

    /** Connections that submit at the same time. */
    static final int CONNECTIONS = 16;

    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private final RedisProcess redis;
    private final ServerUnderTest millrace;
    private final Sizes sizes;
    private final String subject;
    private final BenchMetrics metrics;
    private final ApiClient apiClient;
    private final SignedInClient admin;
    private final LoadGenerator loadGenerator;

    TestBed(RedisProcess redis, ServerUnderTest millrace, Sizes sizes, String subject, BenchMetrics metrics) {
        this.redis = redis;
        this.millrace = millrace;
        this.sizes = sizes;
        this.subject = subject;
        this.metrics = metrics;
        this.apiClient = millrace.apiClient();
        this.admin = apiClient.signsIn("admin", ServerUnderTest.ADMIN_PASSWORD);
        await("a worker with the bench's tasks").atMost(Duration.ofSeconds(60)).until(this::hasWorker);
        this.loadGenerator = new LoadGenerator(apiClient, USERS);
    }

    private boolean hasWorker() {
        for (JsonNode type :
                admin.get("api/task-types").expectingSuccess().json().path("items")) {
            if (type.path("name").asText().equals("nothing")) {
                return type.path("workersOnline").asInt() > 0;
            }
        }
        return false;
    }

    void warmUp() {
        loadGenerator.flatOut(CONNECTIONS, sizes.warmUp(), 500);
        loadGenerator.inBatches(2, 4, 1_000);
    }

    RedisProcess redis() {
        return redis;
    }

    ServerUnderTest millrace() {
        return millrace;
    }

    Sizes sizes() {
        return sizes;
    }

    ApiClient apiClient() {
        return apiClient;
    }

    LoadGenerator loadGenerator() {
        return loadGenerator;
    }

    void add(String part, String name, String unit, double value) {
        metrics.add(part, subject, name, unit, value);
    }

    void missing(Part part, String reason) {
        metrics.missing(part.name().toLowerCase(Locale.ROOT) + ", " + subject, reason);
    }

    /** The servers dispatch nothing until {@link #resume}. */
    void pause() {
        admin.post("api/admin/queues/default/pause", "").expectingSuccess();
    }

    void resume() {
        admin.post("api/admin/queues/default/resume", "").expectingSuccess();
    }

    /** Waits until no task waits or runs. */
    void awaitIdle() {
        await("no unfinished task").atMost(TIMEOUT).until(this::isIdle);
    }

    private boolean isIdle() {
        for (JsonNode queue :
                admin.get("api/admin/queues").expectingSuccess().json().path("items")) {
            if (queue.path("waiting").asInt() > 0 || queue.path("inFlight").asInt() > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        loadGenerator.close();
    }
}
