package dev.millrace.worker.run;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerReport;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.report.Outbox;

/** One attempt on this worker, and its handler's view of it. Ends exactly once. */
final class RunningTask implements TaskContext {
    private static final long PROGRESS_EVERY_NANOS = 100_000_000;
    private static final int MAX_LOG_LINE = 2_000;

    private final String queue;
    private final String entry;
    private final TaskDispatch dispatch;
    private final String worker;
    private final Outbox outbox;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Instant startedAt = Instant.now();
    private volatile boolean cancelled;
    private volatile boolean timedOut;
    private volatile Thread thread;
    private volatile Instant deadline;
    private long lastProgressNanos;

    RunningTask(String queue, String entry, TaskDispatch dispatch, String worker, Outbox outbox) {
        this.queue = queue;
        this.entry = entry;
        this.dispatch = dispatch;
        this.worker = worker;
        this.outbox = outbox;
    }

    TaskDispatch dispatch() {
        return dispatch;
    }

    Claim claim() {
        return dispatch.claim();
    }

    String worker() {
        return worker;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isTimedOut() {
        return timedOut;
    }

    void begin() {
        thread = Thread.currentThread();
        deadline = dispatch.timeout() == null ? null : startedAt.plus(dispatch.timeout());
        outbox.tell(queue, new WorkerReport.Started(claim(), worker, startedAt));
    }

    /** The handler's thread does something else from now on. */
    void leaveThread() {
        synchronized (this) {
            thread = null;
        }
        Thread.interrupted();
    }

    void timeOut() {
        timedOut = true;
        stop();
    }

    void stop() {
        cancelled = true;
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Sends the report that ends the attempt, unless it has ended already. */
    void end(WorkerReport report) {
        if (ended.compareAndSet(false, true)) {
            outbox.finish(queue, entry, report);
        }
    }

    @Override
    public UUID taskId() {
        return claim().taskId();
    }

    @Override
    public int attempt() {
        return dispatch.attempt();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void progress(double fraction, String message) {
        long now = System.nanoTime();
        synchronized (this) {
            if (ended.get() || now - lastProgressNanos < PROGRESS_EVERY_NANOS) {
                return;
            }
            lastProgressNanos = now;
        }
        double bounded = Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction));
        outbox.tell(queue, new WorkerReport.Progress(claim(), worker, Instant.now(), bounded, message));
    }

    @Override
    public void log(String line) {
        if (!ended.get()) {
            String text = String.valueOf(line);
            String cut = text.length() <= MAX_LOG_LINE ? text : text.substring(0, MAX_LOG_LINE);
            outbox.tell(queue, new WorkerReport.Log(claim(), worker, Instant.now(), cut));
        }
    }
}
