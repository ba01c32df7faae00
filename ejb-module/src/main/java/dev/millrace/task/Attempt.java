package dev.millrace.task;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.millrace.contract.AttemptError;

/** One finished attempt of a task, written once. */
@Entity
@Table(name = "mr_attempt")
@IdClass(Attempt.Key.class)
public class Attempt {
    @Id
    @Column(name = "task_id")
    private UUID taskId;

    @Id
    private long claim;

    private int attempt;
    private String worker;
    private String outcome;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private double progress;

    @Column(name = "progress_message")
    private String progressMessage;

    @Column(name = "error_type")
    private String errorType;

    @Column(name = "error_message")
    private String errorMessage;

    @Column(name = "error_trace")
    private String errorTrace;

    protected Attempt() {}

    /**
     * Records the outcome of {@code task}'s present attempt; the caller does so before the task moves on.
     *
     * @param outcome {@code succeeded}, {@code failed}, {@code cancelled} or {@code lost}
     * @param startedAt null if the handler never started
     * @param error null unless it failed
     */
    public Attempt(
            Task task, String outcome, String worker, Instant startedAt, Instant finishedAt, AttemptError error) {
        this.taskId = task.id();
        this.claim = task.claim();
        this.attempt = task.attempt();
        this.worker = worker;
        this.outcome = outcome;
        this.queuedAt = task.queuedAt();
        this.startedAt = startedAt;
        this.finishedAt = finishedAt;
        boolean succeeded = outcome.equals("succeeded");
        this.progress = succeeded ? 1 : task.progress();
        this.progressMessage = succeeded ? null : task.progressMessage();
        if (error != null) {
            this.errorType = error.type();
            this.errorMessage = error.message();
            this.errorTrace = error.trace();
        }
    }

    int attempt() {
        return attempt;
    }

    String worker() {
        return worker;
    }

    String outcome() {
        return outcome;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    double progress() {
        return progress;
    }

    String progressMessage() {
        return progressMessage;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    String errorType() {
        return errorType;
    }

    String errorMessage() {
        return errorMessage;
    }

    String errorTrace() {
        return errorTrace;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private UUID taskId;
        private long claim;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && taskId.equals(key.taskId) && claim == key.claim;
        }

        @Override
        public int hashCode() {
            return taskId.hashCode() * 31 + Long.hashCode(claim);
        }
    }
}
