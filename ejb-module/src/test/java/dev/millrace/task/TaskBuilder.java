package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.millrace.platform.id.UuidV7;

/** Tasks for tests, with only the values that matter there. */
public final class TaskBuilder {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private String type = "reverse_string";
    private String queue = "default";
    private UUID owner = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private String parameters = "{\"text\":\"mill\"}";
    private int priority = 5;
    private int maxAttempts = 3;
    private Instant runAt;
    private long startTag;
    private Uniqueness uniqueness;

    private TaskBuilder() {}

    public static TaskBuilder aTask() {
        return new TaskBuilder();
    }

    public TaskBuilder ofType(String name) {
        type = name;
        return this;
    }

    public TaskBuilder in(String name) {
        queue = name;
        return this;
    }

    public TaskBuilder of(UUID user) {
        owner = user;
        return this;
    }

    public TaskBuilder withParameters(String json) {
        parameters = json;
        return this;
    }

    public TaskBuilder withPriority(int number) {
        priority = number;
        return this;
    }

    public TaskBuilder withAttempts(int number) {
        maxAttempts = number;
        return this;
    }

    public TaskBuilder notBefore(Instant time) {
        runAt = time;
        return this;
    }

    public TaskBuilder unique(Uniqueness value) {
        uniqueness = value;
        return this;
    }

    public TaskBuilder taggedWith(long tag) {
        startTag = tag;
        return this;
    }

    public TaskPlan plan() {
        return new TaskPlan(
                type,
                queue,
                parameters,
                priority,
                runAt,
                new AttemptPolicy(maxAttempts, null, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                uniqueness,
                null);
    }

    public Task waiting() {
        return new Task(UuidV7.generate(), owner, plan(), startTag, NOW);
    }

    public Task running() {
        Task task = waiting();
        task.dispatch(NOW);
        task.start("w-1", NOW);
        return task;
    }
}
