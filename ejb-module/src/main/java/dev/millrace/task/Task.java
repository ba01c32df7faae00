package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.contract.ReportLimits;

/**
 * One piece of work and all its data. Every change goes through a method here, which asks {@link TaskState#mayBecome};
 * callers hold the row's lock.
 */
@Entity
@Table(name = "mr_task")
public class Task {
    /** Longest JSON text, in characters, in the task's own row. */
    public static final int INLINE = 16_384;

    private static final int MAX_UNSUITED_DOUBLINGS = 7;

    @Id
    private UUID id;

    private String queue;
    private String type;

    @Column(name = "owner_id")
    private UUID owner;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Embedded
    private QueuePlacement placement;

    @Column(name = "run_at")
    private Instant runAt;

    @Column(name = "ready_at")
    private Instant readyAt;

    private boolean blocked;

    @Column(name = "workflow_id")
    private String workflow; // a text, because EclipseLink binds a null UUID as one, which PostgreSQL rejects

    private long claim;
    private int attempt;

    @Embedded
    private AttemptPolicy attempts;

    @Column(name = "cancel_requested_at")
    private Instant cancelRequestedAt;

    private int unsuited;
    private int lost;

    @Column(name = "unsuited_by")
    private String unsuitedBy;

    private String parameters;
    private String result;

    @Column(name = "has_result")
    private boolean hasResult;

    @Column(name = "error_type")
    private String errorType;

    @Column(name = "error_message")
    private String errorMessage;

    private double progress;

    @Column(name = "progress_message")
    private String progressMessage;

    private String worker;

    @Column(name = "log_lines")
    private int logLines;

    private long revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Task() {}

    /**
     * A new task that waits for its dispatch.
     *
     * @param plan of the request
     * @param startTag its place in the fair order
     * @param now time of its submission
     */
    public Task(UUID id, UUID owner, TaskPlan plan, long startTag, Instant now) {
        this.id = id;
        this.owner = owner;
        this.type = plan.type();
        this.queue = plan.queue();
        this.placement = new QueuePlacement(plan.priority(), startTag);
        this.runAt = plan.runAt();
        this.workflow = plan.workflow() == null ? null : plan.workflow().toString();
        this.blocked = plan.workflow() != null;
        this.attempts = plan.attempts().copy();
        this.parameters = inline(plan.parameters());
        this.attempt = 1;
        this.createdAt = now;
        this.state = TaskState.WAITING;
        placeInQueue(runAt, now);
    }

    /** Dispatches it to its queue's stream under a new claim. */
    public void dispatch(Instant now) {
        transitionTo(TaskState.QUEUED);
        claim++;
        placement.leaveQueue();
        queuedAt = now;
        startedAt = null;
        worker = null;
    }

    /** A limit parks it, others may pass. */
    public void park(String limit) {
        placement.park(limit);
        revision++;
    }

    /** Enqueues it at its old place: it is due, or its limit unparks it. */
    public void enqueue() {
        placement.enqueue();
    }

    /**
     * The tasks on which it depends are finished.
     *
     * @param startTag its place in the fair order
     */
    public void unblock(long startTag, Instant now) {
        if (!blocked) {
            throw new IllegalStateException("task " + id + " is not blocked");
        }
        blocked = false;
        placement = new QueuePlacement(placement.priority(), startTag);
        placeInQueue(runAt, now);
        revision++;
    }

    /**
     * Has effect while it waits.
     *
     * @param startTag its place in the fair order of that priority
     */
    public void changePriority(int priority, long startTag) {
        placement.changePriority(priority, startTag);
        revision++;
    }

    /** Has effect while it waits; it replaces an earlier requested time. */
    public void reschedule(Instant time, Instant now) {
        runAt = time;
        placeInQueue(time, now);
        revision++;
    }

    /** A worker's handler starts. */
    public void start(String byWorker, Instant at) {
        transitionTo(TaskState.RUNNING);
        unsuitedBy = null;
        worker = byWorker;
        startedAt = at;
        progress = 0;
        progressMessage = null;
    }

    public void reportProgress(double fraction, String message) {
        progress = fraction;
        progressMessage = ReportLimits.truncate(message, ReportLimits.PROGRESS_MESSAGE);
        revision++;
    }

    /** @param json the result, stored here if it is short and by the caller otherwise */
    public void succeed(String json, String byWorker, Instant at) {
        finish(TaskState.SUCCEEDED, byWorker, at);
        hasResult = true;
        result = json.length() <= INLINE ? json : null;
        progress = 1;
        errorType = null;
        errorMessage = null;
    }

    /** @return a result too long for the row, for storage in a row of its own */
    public Payload longResult(String json) {
        return new Payload(id, Payload.RESULT, json);
    }

    /**
     * An attempt failed: the task waits for the next one, or has failed if there is none.
     *
     * @param retryIn the wait that the handler requested; null = exponential backoff with full jitter
     */
    public void failAttempt(AttemptError error, boolean retry, Duration retryIn, String byWorker, Instant now) {
        errorType = error.type();
        errorMessage = error.message();
        unsuited = 0;
        lost = 0;
        if (cancelRequestedAt != null) {
            finish(TaskState.CANCELLED, byWorker, now);
        } else if (!retry || attempt >= attempts.maxAttempts()) {
            finish(TaskState.FAILED, byWorker, now);
        } else {
            transitionTo(TaskState.WAITING);
            Duration wait = retryIn != null ? retryIn : attempts.backoffAfter(attempt);
            attempt++;
            placeInQueue(now.plus(wait), now);
        }
    }

    /** Its parameters turned out to be wrong before it was dispatched. */
    public void failBeforeDispatch(AttemptError error, Instant now) {
        errorType = error.type();
        errorMessage = error.message();
        finish(TaskState.FAILED, null, now);
    }

    /**
     * A cancellation is requested. A task without a handler is cancelled at once; a running one when its worker obeys,
     * or before its next attempt.
     *
     * @return whether it is cancelled now; false also if it was finished before
     */
    public boolean requestCancel(Instant now) {
        if (state == TaskState.WAITING || state == TaskState.QUEUED) {
            cancel(null, now);
            return true;
        }
        if (state == TaskState.RUNNING && cancelRequestedAt == null) {
            cancelRequestedAt = now;
            revision++;
        }
        return false;
    }

    public void cancel(String byWorker, Instant at) {
        finish(TaskState.CANCELLED, byWorker, at);
    }

    /** Its dispatch is recalled before a worker had it: it waits again, at its old place. */
    public void recall(Instant now) {
        backToWaiting(Duration.ZERO, now);
    }

    /** Its claim is lost through no fault of its own: it waits again, at its old place. */
    void release(Instant now) {
        lost++;
        backToWaiting(Duration.ZERO, now);
    }

    /** The worker that got it cannot run it: it waits for a suited one, longer each time. */
    public void releaseUnsuited(String byWorker, Instant now) {
        unsuitedBy = UnsuitedWorkers.with(unsuitedBy, byWorker);
        unsuited++;
        backToWaiting(Duration.ofSeconds(1L << Math.min(unsuited, MAX_UNSUITED_DOUBLINGS) - 1), now);
    }

    /**
     * A person requests a retry: one attempt more, at a new place in the order. A task of a workflow is blocked until
     * its workflow releases it again.
     *
     * @param startTag its new place in the fair order
     */
    public void retry(long startTag, Instant now) {
        transitionTo(TaskState.WAITING);
        placement = new QueuePlacement(placement.priority(), startTag);
        attempt++;
        attempts.allowAtLeast(attempt);
        unsuited = 0;
        lost = 0;
        unsuitedBy = null;
        cancelRequestedAt = null;
        finishedAt = null;
        errorType = null;
        errorMessage = null;
        runAt = null;
        blocked = workflow != null;
        placeInQueue(null, now);
    }

    /** @param json other parameters, stored here if they are short and by the caller otherwise */
    void replaceParameters(String json) {
        parameters = inline(json);
        revision++;
    }

    private void backToWaiting(Duration wait, Instant now) {
        if (cancelRequestedAt != null) {
            finish(TaskState.CANCELLED, null, now);
            return;
        }
        transitionTo(TaskState.WAITING);
        Instant ready = readyAt;
        placeInQueue(now.plus(wait), now);
        readyAt = ready;
    }

    /** @return whether its log may take another message */
    public boolean admitsLogLine(int max) {
        return logLines++ < max;
    }

    /** @return whether {@code other} is this task's present claim */
    public boolean isCurrentClaim(Claim other) {
        return claim == other.number();
    }

    /**
     * The first worker that reports on a claim holds it until its outcome.
     *
     * @param reporter null if unknown
     * @return whether another worker holds it
     */
    public boolean isClaimedByOther(String reporter) {
        return worker != null && reporter != null && !worker.equals(reporter);
    }

    private static String inline(String json) {
        return json.length() <= INLINE ? json : null;
    }

    private void placeInQueue(Instant time, Instant now) {
        worker = null;
        startedAt = null;
        queuedAt = null;
        progress = 0;
        progressMessage = null;
        if (blocked) {
            readyAt = null;
            placement.leaveQueue();
        } else if (time == null || !time.isAfter(now)) {
            readyAt = now;
            placement.enqueue();
        } else {
            readyAt = time;
            placement.schedule(time);
        }
    }

    private void finish(TaskState finalState, String byWorker, Instant at) {
        transitionTo(finalState);
        worker = byWorker;
        placement.leaveQueue();
        finishedAt = at;
    }

    private void transitionTo(TaskState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("task " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
        revision++;
    }

    public UUID id() {
        return id;
    }

    public String queue() {
        return queue;
    }

    public String type() {
        return type;
    }

    public UUID owner() {
        return owner;
    }

    public TaskState state() {
        return state;
    }

    public int priority() {
        return placement.priority();
    }

    public long startTag() {
        return placement.startTag();
    }

    public long claim() {
        return claim;
    }

    public int attempt() {
        return attempt;
    }

    public int maxAttempts() {
        return attempts.maxAttempts();
    }

    /** @return how long an attempt may run, null = unlimited */
    public Duration timeout() {
        return attempts.timeout();
    }

    /** @return JSON text, null if it is too long for the row */
    public String parameters() {
        return parameters;
    }

    /** @return JSON text, null if there is none or it is too long for the row */
    public String result() {
        return result;
    }

    public boolean hasResult() {
        return hasResult;
    }

    /** @return how often in a row an unsuited worker has released it */
    int unsuited() {
        return unsuited;
    }

    /** @return how often in a row it was lost, or released by a suited worker */
    int lost() {
        return lost;
    }

    public String errorType() {
        return errorType;
    }

    public String errorMessage() {
        return errorMessage;
    }

    public double progress() {
        return progress;
    }

    public String progressMessage() {
        return progressMessage;
    }

    public String worker() {
        return worker;
    }

    public long revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** @return the earliest time of its dispatch: the submitter's, or the time of the next attempt; null = at once */
    public Instant runAt() {
        return placement.dueAt() != null ? placement.dueAt() : runAt;
    }

    /**
     * @return since when this attempt could have started; null while it is blocked, and in tasks of an older version
     */
    public Instant readyAt() {
        return readyAt;
    }

    /** @return the limit that parks it, or null */
    public String parkedBy() {
        return placement.parkedBy();
    }

    /** @return the last unsuited workers that released it, for people; null if there were none */
    public String unsuitedBy() {
        return unsuitedBy;
    }

    /** @return whether it waits for other tasks of its workflow */
    public boolean isBlocked() {
        return blocked && state == TaskState.WAITING;
    }

    /** @return its workflow, or null */
    public UUID workflow() {
        return workflow == null ? null : UUID.fromString(workflow);
    }

    /** @return time of the requested cancellation, or null */
    public Instant cancelRequestedAt() {
        return cancelRequestedAt;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }
}
