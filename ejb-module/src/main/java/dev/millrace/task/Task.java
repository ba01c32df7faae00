package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;

/**
 * One piece of work and all that is known of it. Every change goes through a method here, which asks
 * {@link TaskState#mayBecome}; callers hold the row's lock.
 */
@Entity
@Table(name = "mr_task")
public class Task {
    /** Longest JSON text, in characters, kept in the task's own row. */
    public static final int INLINE = 16_384;

    static final int MAX_PROGRESS_MESSAGE = 500;

    @Id
    private UUID id;

    private String queue;
    private String type;

    @Column(name = "owner_id")
    private UUID owner;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private int priority;

    @Column(name = "start_tag")
    private long startTag;

    @Column(name = "dispatch_key")
    private Long dispatchKey;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "run_at")
    private Instant runAt;

    private long claim;
    private int attempt;

    @Column(name = "max_attempts")
    private int maxAttempts;

    @Column(name = "timeout_ms")
    private Long timeoutMillis;

    @Column(name = "backoff_ms")
    private long backoffMillis;

    @Column(name = "max_backoff_ms")
    private long maxBackoffMillis;

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
     * A new task that waits for its turn.
     *
     * @param plan what was asked for
     * @param startTag its place in the fair order
     * @param now when it was submitted
     */
    public Task(UUID id, UUID owner, TaskPlan plan, long startTag, Instant now) {
        this.id = id;
        this.owner = owner;
        this.type = plan.type();
        this.queue = plan.queue();
        this.priority = plan.priority();
        this.runAt = plan.runAt();
        this.startTag = startTag;
        this.maxAttempts = plan.maxAttempts();
        this.timeoutMillis = plan.timeout() == null ? null : plan.timeout().toMillis();
        this.backoffMillis = plan.backoff().toMillis();
        this.maxBackoffMillis = plan.maxBackoff().toMillis();
        this.parameters = plan.parameters().length() <= INLINE ? plan.parameters() : null;
        this.attempt = 1;
        this.createdAt = now;
        this.state = TaskState.WAITING;
        waitUntil(runAt, now);
    }

    /** It leaves for its queue's stream under a new claim. */
    public void dispatch(Instant now) {
        move(TaskState.QUEUED);
        claim++;
        dispatchKey = null;
        dueAt = null;
        queuedAt = now;
        startedAt = null;
        worker = null;
    }

    /** Its time has come. */
    public void becomeDue() {
        dueAt = null;
        dispatchKey = DispatchKey.of(priority, startTag);
    }

    /** A worker's handler begins. */
    public void start(String byWorker, Instant at) {
        move(TaskState.RUNNING);
        worker = byWorker;
        startedAt = at;
        progress = 0;
        progressMessage = null;
    }

    public void advance(double fraction, String message) {
        progress = fraction;
        progressMessage = message == null || message.length() <= MAX_PROGRESS_MESSAGE
                ? message
                : message.substring(0, MAX_PROGRESS_MESSAGE);
        revision++;
    }

    /** @param json the result, kept here if it is short and by the caller otherwise */
    public void succeed(String json, String byWorker, Instant at) {
        finish(TaskState.SUCCEEDED, byWorker, at);
        hasResult = true;
        result = json.length() <= INLINE ? json : null;
        progress = 1;
        errorType = null;
        errorMessage = null;
    }

    /** @return a result too long for the row, to be kept beside it */
    public Payload longResult(String json) {
        return new Payload(id, Payload.RESULT, json);
    }

    /**
     * An attempt failed: wait for the next one, or end if there is none.
     *
     * @param retryIn the wait that the handler asked for; null = exponential backoff with full jitter
     */
    public void failAttempt(AttemptError error, boolean retry, Duration retryIn, String byWorker, Instant now) {
        errorType = error.type().length() <= 300 ? error.type() : error.type().substring(0, 300);
        errorMessage = error.message();
        if (!retry || attempt >= maxAttempts) {
            finish(TaskState.FAILED, byWorker, now);
            return;
        }
        move(TaskState.WAITING);
        Duration wait = retryIn != null ? retryIn : backoff();
        attempt++;
        waitUntil(now.plus(wait), now);
    }

    public void cancel(String byWorker, Instant at) {
        finish(TaskState.CANCELLED, byWorker, at);
    }

    /** Its dispatch came to nothing through no fault of its own: it waits again, at its old place. */
    public void release(Instant now) {
        move(TaskState.WAITING);
        waitUntil(null, now);
    }

    /** @return whether another log line may be kept */
    public boolean takesLogLine(int max) {
        return logLines++ < max;
    }

    /** @return whether {@code other} is this task's dispatch that counts */
    public boolean isHeldUnder(Claim other) {
        return claim == other.number();
    }

    private Duration backoff() {
        long ceiling = Math.min(maxBackoffMillis, backoffMillis << Math.min(attempt - 1, 30));
        return Duration.ofMillis(ceiling <= 0 ? 0 : ThreadLocalRandom.current().nextLong(ceiling + 1));
    }

    private void waitUntil(Instant time, Instant now) {
        worker = null;
        startedAt = null;
        queuedAt = null;
        progress = 0;
        progressMessage = null;
        if (time == null || !time.isAfter(now)) {
            becomeDue();
        } else {
            dispatchKey = null;
            dueAt = time;
        }
    }

    private void finish(TaskState end, String byWorker, Instant at) {
        move(end);
        worker = byWorker;
        dispatchKey = null;
        dueAt = null;
        finishedAt = at;
    }

    private void move(TaskState next) {
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
        return priority;
    }

    public long startTag() {
        return startTag;
    }

    public long claim() {
        return claim;
    }

    public int attempt() {
        return attempt;
    }

    public int maxAttempts() {
        return maxAttempts;
    }

    /** @return how long an attempt may run, null = as long as it takes */
    public Duration timeout() {
        return timeoutMillis == null ? null : Duration.ofMillis(timeoutMillis);
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

    /** @return when it runs at the earliest: what the submitter said, or the time of the next attempt; null = at once */
    public Instant runAt() {
        return dueAt != null ? dueAt : runAt;
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
