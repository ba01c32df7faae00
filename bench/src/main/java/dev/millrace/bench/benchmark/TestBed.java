package dev.millrace.bench.benchmark;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.bench.client.LoadGenerator;
import dev.millrace.bench.report.BenchMetrics;
import dev.millrace.bench.stack.ServerUnderTest;
import dev.millrace.testkit.client.Person;
import dev.millrace.testkit.client.Visitor;
import dev.millrace.testkit.redis.RedisProcess;

import static org.awaitility.Awaitility.await;

/** A running, warm Millrace with everything that a measurement needs of it. */
final class TestBed implements AutoCloseable {
    /** Users of the load generator. With so many, no user's events outrun the capped stream. */
    static final int PEOPLE = 16;

    /** Connections that submit at the same time. */
    static final int LINES = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final RedisProcess redis;
    private final ServerUnderTest millrace;
    private final Sizes sizes;
    private final String subject;
    private final BenchMetrics figures;
    private final Visitor visitor;
    private final Person admin;
    private final LoadGenerator crowd;

    TestBed(RedisProcess redis, ServerUnderTest millrace, Sizes sizes, String subject, BenchMetrics figures) {
        this.redis = redis;
        this.millrace = millrace;
        this.sizes = sizes;
        this.subject = subject;
        this.figures = figures;
        this.visitor = millrace.visitor();
        this.admin = visitor.signsIn("admin", ServerUnderTest.ADMIN_PASSWORD);
        await("a worker with the bench's tasks").atMost(Duration.ofSeconds(60)).until(this::hasWorker);
        this.crowd = new LoadGenerator(visitor, PEOPLE);
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
        crowd.flatOut(LINES, sizes.warmUp(), 500);
        crowd.inBatches(2, 4, 1_000);
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

    Visitor visitor() {
        return visitor;
    }

    LoadGenerator crowd() {
        return crowd;
    }

    void add(String part, String name, String unit, double value) {
        figures.add(part, subject, name, unit, value);
    }

    void missing(Part part, String reason) {
        figures.missing(part.name().toLowerCase(Locale.ROOT) + ", " + subject, reason);
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
        await("no unfinished task").atMost(PATIENCE).until(this::isIdle);
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
        crowd.close();
    }
}
