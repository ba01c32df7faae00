package dev.millrace.catalogue;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TaskTypeRules;

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

    private boolean isolated;

    @Column(name = "grace_ms")
    private long graceMillis;

    private Integer concurrency;
    private Integer rate;

    @Column(name = "rate_per_ms")
    private Long ratePerMillis;

    @Column(name = "unique_for_ms")
    private Long uniqueForMillis;

    @Column(name = "unique_refuse")
    private boolean uniqueRefuse;

    @Column(name = "announced_at")
    private Instant announcedAt;

    @Column(name = "announced_by")
    private String announcedBy;

    @Column(name = "offered_at")
    private Instant offeredAt;

    private boolean hidden;

    protected TaskType() {}

    TaskType(String name) {
        this.name = name;
    }

    /** @param worker the announcer, null if unknown */
    void update(TaskTypeAnnouncement announcement, String worker, Instant now) {
        announcedBy = worker;
        title = announcement.title();
        description = announcement.description();
        queue = announcement.queue();
        parametersSchema = announcement.parametersSchema();
        resultSchema = announcement.resultSchema();
        example = announcement.example();
        timeoutMillis = millis(announcement.timeout());
        maxAttempts = announcement.maxAttempts();
        backoffMillis = announcement.backoff().toMillis();
        maxBackoffMillis = announcement.maxBackoff().toMillis();
        TaskTypeRules rules = announcement.rules();
        isolated = rules.isolated();
        graceMillis = rules.grace().toMillis();
        concurrency = rules.concurrency();
        rate = rules.rate();
        ratePerMillis = millis(rules.ratePer());
        uniqueForMillis = millis(rules.uniqueFor());
        uniqueRefuse = rules.uniqueRefuse();
        announcedAt = now;
        offeredAt = now;
        hidden = false;
    }

    void setHidden(boolean hide) {
        hidden = hide;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String queue() {
        return queue;
    }

    public Instant announcedAt() {
        return announcedAt;
    }

    /** @return when a live worker was last seen to offer it, within about a minute */
    public Instant offeredAt() {
        return offeredAt;
    }

    /** @return whether an admin has hidden it */
    public boolean isHidden() {
        return hidden;
    }

    /** @return the worker that announced its present form, null if unknown */
    String announcedBy() {
        return announcedBy;
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
                duration(timeoutMillis),
                maxAttempts,
                Duration.ofMillis(backoffMillis),
                Duration.ofMillis(maxBackoffMillis),
                new TaskTypeRules(
                        isolated,
                        Duration.ofMillis(graceMillis),
                        concurrency,
                        rate,
                        duration(ratePerMillis),
                        duration(uniqueForMillis),
                        uniqueRefuse));
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static Duration duration(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
