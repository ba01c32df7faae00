package dev.millrace.bench.measure;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.bench.client.Crowd;
import dev.millrace.bench.client.Door;
import dev.millrace.bench.client.Person;
import dev.millrace.bench.report.Figures;
import dev.millrace.bench.stack.Redis;
import dev.millrace.bench.stack.RunningMillrace;

/** A running, warm Millrace and all that a measurement needs to know of it. */
final class Bed implements AutoCloseable {
    /** Users of the crowd. Enough that no single one's capped history of events is outrun. */
    static final int PEOPLE = 16;

    /** Connections that submit at the same time. */
    static final int LINES = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Redis redis;
    private final RunningMillrace millrace;
    private final Sizes sizes;
    private final String subject;
    private final Figures figures;
    private final Door door;
    private final Person admin;
    private final Crowd crowd;

    Bed(Redis redis, RunningMillrace millrace, Sizes sizes, String subject, Figures figures) {
        this.redis = redis;
        this.millrace = millrace;
        this.sizes = sizes;
        this.subject = subject;
        this.figures = figures;
        this.door = millrace.door();
        this.admin = door.signIn("admin", RunningMillrace.ADMIN_PASSWORD);
        Await.that("a worker offers the bench's tasks", Duration.ofSeconds(60), this::hasWorker);
        this.crowd = new Crowd(door, PEOPLE);
    }

    private boolean hasWorker() {
        for (JsonNode type : admin.get("api/task-types").path("items")) {
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

    Redis redis() {
        return redis;
    }

    RunningMillrace millrace() {
        return millrace;
    }

    Sizes sizes() {
        return sizes;
    }

    Door door() {
        return door;
    }

    Crowd crowd() {
        return crowd;
    }

    void add(String part, String name, String unit, double value) {
        figures.add(part, subject, name, unit, value);
    }

    void missing(Part part, String reason) {
        figures.missing(part.name().toLowerCase(Locale.ROOT) + ", " + subject, reason);
    }

    /** Nothing is dispatched until {@link #resume}. */
    void pause() {
        admin.post("api/admin/queues/default/pause", "");
    }

    void resume() {
        admin.post("api/admin/queues/default/resume", "");
    }

    /** Waits until no task waits or runs. */
    void awaitIdle() {
        Await.that("all tasks are done", PATIENCE, this::isIdle);
    }

    private boolean isIdle() {
        for (JsonNode queue : admin.get("api/admin/queues").path("items")) {
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
