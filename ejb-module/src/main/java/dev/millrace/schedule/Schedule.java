package dev.millrace.schedule;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.platform.persistence.OptionalIdColumn;

/** A recurring task. Code that changes it holds the row's lock. */
@Entity
@Table(name = "mr_schedule")
public class Schedule {
    static final int MAX_ERROR = 2_000;

    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID owner;

    private String name;
    private String type;

    @Column(name = "task_request")
    private String taskRequest;

    private String cron;

    @Column(name = "time_zone")
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private OverlapPolicy overlap;

    @Enumerated(EnumType.STRING)
    private MissedPolicy missed;

    private boolean paused;

    @Column(name = "next_run_at")
    private Instant nextRunAt;

    @Column(name = "pending_due_at")
    private Instant pendingDueAt;

    @Column(name = "last_run_at")
    private Instant lastRunAt;

    @Column(name = "last_task_id")
    @Convert(converter = OptionalIdColumn.class)
    private UUID lastTaskId;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "run_count")
    private long runCount;

    private long revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Schedule() {}

    Schedule(UUID id, UUID owner, SchedulePlan plan, Instant now) {
        this.id = id;
        this.owner = owner;
        this.createdAt = now;
        apply(plan);
        this.nextRunAt = timing().nextDueAfter(now);
        this.updatedAt = now;
    }

    /** Applies a new plan. Its next run does not move, unless the plan moves it. */
    void change(SchedulePlan plan, Instant now) {
        boolean moved = !plan.cron().equals(cron) || !plan.timeZone().equals(timeZone);
        apply(plan);
        if (moved && !paused) {
            nextRunAt = timing().nextDueAfter(now);
        }
        touch(now);
    }

    /** Pauses it: no run starts by itself any more, and a waiting run is dropped. */
    void pause(Instant now) {
        if (!paused) {
            paused = true;
            nextRunAt = null;
            pendingDueAt = null;
            touch(now);
        }
    }

    /** Resumes it with the next future time; times that passed meanwhile do not count as missed. */
    void resume(Instant now) {
        if (paused) {
            paused = false;
            nextRunAt = timing().nextDueAfter(now);
            touch(now);
        }
    }

    /** A run has been submitted as this task. */
    void recordRun(UUID task, Instant now) {
        lastTaskId = task;
        lastRunAt = now;
        lastError = null;
    }

    /** A run could not be submitted. */
    void recordRejection(String error) {
        lastError = error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
        pendingDueAt = null;
    }

    /** The run of this due time waits for the previous one. */
    void setPending(Instant dueAt) {
        pendingDueAt = dueAt;
    }

    /** @return the due time of the run that waited, which waits no more */
    Instant takePending() {
        Instant dueAt = pendingDueAt;
        pendingDueAt = null;
        return dueAt;
    }

    /** @param next null if it is never due again */
    void advanceTo(Instant next, Instant now) {
        nextRunAt = next;
        touch(now);
    }

    /** @return the number of a new entry in its history, from 1 */
    long nextRunNumber() {
        return ++runCount;
    }

    private void apply(SchedulePlan plan) {
        name = plan.name();
        type = plan.task().type();
        taskRequest = plan.taskRequestJson();
        cron = plan.cron();
        timeZone = plan.timeZone();
        overlap = plan.overlap();
        missed = plan.missed();
    }

    private void touch(Instant now) {
        updatedAt = now;
        revision++;
    }

    CronSchedule timing() {
        return CronSchedule.of(cron, timeZone);
    }

    boolean isDue(Instant now) {
        return nextRunAt != null && !nextRunAt.isAfter(now);
    }

    boolean isPending() {
        return pendingDueAt != null;
    }

    UUID id() {
        return id;
    }

    UUID owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String taskRequest() {
        return taskRequest;
    }

    String cron() {
        return cron;
    }

    String timeZone() {
        return timeZone;
    }

    OverlapPolicy overlap() {
        return overlap;
    }

    MissedPolicy missed() {
        return missed;
    }

    boolean isPaused() {
        return paused;
    }

    Instant nextRunAt() {
        return nextRunAt;
    }

    Instant pendingDueAt() {
        return pendingDueAt;
    }

    Instant lastRunAt() {
        return lastRunAt;
    }

    UUID lastTaskId() {
        return lastTaskId;
    }

    String lastError() {
        return lastError;
    }

    long revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
