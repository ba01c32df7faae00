package dev.millrace.catalogue;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.contract.TaskTypeAnnouncement;

/** A kind of task, as a worker announced it last. */
@Entity
@Table(name = "mr_task_type")
public class TaskType {
    @Id
    private String name;

    private String title;
    private String description;
    private String queue;

    @Column(name = "parameters_schema")
    private String parametersSchema;

    @Column(name = "result_schema")
    private String resultSchema;

    private String example;

    @Column(name = "timeout_ms")
    private Long timeoutMillis;

    @Column(name = "max_attempts")
    private int maxAttempts;

    @Column(name = "backoff_ms")
    private long backoffMillis;

    @Column(name = "max_backoff_ms")
    private long maxBackoffMillis;

    @Column(name = "announced_at")
    private Instant announcedAt;

    protected TaskType() {}

    TaskType(String name) {
        this.name = name;
    }

    void learn(TaskTypeAnnouncement announcement, Instant now) {
        title = announcement.title();
        description = announcement.description();
        queue = announcement.queue();
        parametersSchema = announcement.parametersSchema();
        resultSchema = announcement.resultSchema();
        example = announcement.example();
        timeoutMillis =
                announcement.timeout() == null ? null : announcement.timeout().toMillis();
        maxAttempts = announcement.maxAttempts();
        backoffMillis = announcement.backoff().toMillis();
        maxBackoffMillis = announcement.maxBackoff().toMillis();
        announcedAt = now;
    }

    TaskTypeAnnouncement announcement() {
        return new TaskTypeAnnouncement(
                name,
                title,
                description,
                queue,
                parametersSchema,
                resultSchema,
                example,
                timeoutMillis == null ? null : Duration.ofMillis(timeoutMillis),
                maxAttempts,
                Duration.ofMillis(backoffMillis),
                Duration.ofMillis(maxBackoffMillis));
    }
}
