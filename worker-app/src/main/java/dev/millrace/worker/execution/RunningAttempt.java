package dev.millrace.worker.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerReport;
import dev.millrace.worker.attempt.Assignment;
import dev.millrace.worker.attempt.AttemptListener;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.attempt.PreparedAttempt;
import dev.millrace.worker.report.ReportOutbox;

/** One attempt on this worker, from its stream entry to the report of its outcome. It finishes exactly once. */
final class RunningAttempt implements AttemptListener {
    private final String queue;
    private final String entry;
    private final TaskDispatch dispatch;
    private final String worker;
    private final ReportOutbox outbox;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean detached = new AtomicBoolean();
    private volatile Instant startedAt = Instant.now();
    private volatile StopReason reason;
    private volatile PreparedAttempt execution;

    RunningAttempt(String queue, String entry, TaskDispatch dispatch, String worker, ReportOutbox outbox) {
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

    String entry() {
        return entry;
    }

    boolean isStopped() {
        return reason != null;
    }

    /** @return null before its start */
    PreparedAttempt execution() {
        return execution;
    }

    Assignment assignment() {
        Duration timeout = dispatch.timeout();
        Long deadline = timeout == null ? null : Instant.now().plus(timeout).toEpochMilli();
        return new Assignment(claim().taskId(), dispatch.attempt(), dispatch.parameters(), deadline);
    }

    /** @return false if a request to stop came before its start */
    synchronized boolean start(PreparedAttempt prepared) {
        if (reason != null || ended.get()) {
            return false;
        }
        execution = prepared;
        startedAt = Instant.now();
        outbox.append(queue, new WorkerReport.Started(claim(), worker, startedAt));
        return true;
    }

    /** @return whether this was the first request to stop, and a running handler has to obey */
    synchronized boolean stop(StopReason why) {
        if (reason != null) {
            return false;
        }
        reason = why;
        if (execution == null) {
            return false;
        }
        execution.stop();
        return true;
    }

    /** @return true for the first caller: the handler's thread when it returns, or the thread that abandons it */
    boolean tryDetach() {
        return detached.compareAndSet(false, true);
    }

    /** Sends the report of the outcome, unless one was sent already. */
    void end(Outcome outcome) {
        deliverFinal(report(outcome));
    }

    /** Finishes the attempt without costing one, and requests the handler's stop. */
    synchronized void release(String why) {
        deliverFinal(new WorkerReport.Released(claim(), worker, Instant.now(), why));
        if (execution != null) {
            execution.stop();
        }
    }

    private void deliverFinal(WorkerReport report) {
        if (ended.compareAndSet(false, true)) {
            boolean taken = false;
            try {
                outbox.appendFinal(queue, entry, report);
                taken = true;
            } finally {
                ended.set(taken); // no memory for it: the caller tries again
            }
        }
    }

    private WorkerReport report(Outcome outcome) {
        Instant now = Instant.now();
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return new WorkerReport.Succeeded(claim(), worker, now, startedAt, succeeded.result());
        } else if (outcome instanceof Outcome.Unsuited unsuited) {
            return new WorkerReport.Released(claim(), worker, now, unsuited.reason(), true);
        } else if (outcome instanceof Outcome.Failed failed) {
            boolean asBackoffSays = failed.retry() && failed.retryInMillis() == null;
            return reason == StopReason.TIMED_OUT && asBackoffSays
                    ? timedOut(now, failed.error().trace())
                    : failed(now, failed);
        }
        String trace = ((Outcome.Stopped) outcome).trace();
        return reason == StopReason.TIMED_OUT
                ? timedOut(now, trace)
                : new WorkerReport.Cancelled(claim(), worker, now, startedAt);
    }

    private WorkerReport timedOut(Instant now, String trace) {
        String message = "The attempt ran longer than " + dispatch.timeout().toMillis() / 1000.0 + " s.";
        return failed(now, new Outcome.Failed(new AttemptError("TaskTimedOut", message, trace), true, null));
    }

    private WorkerReport failed(Instant now, Outcome.Failed failed) {
        Duration retryIn = failed.retryInMillis() == null ? null : Duration.ofMillis(failed.retryInMillis());
        return new WorkerReport.Failed(claim(), worker, now, startedAt, failed.error(), failed.retry(), retryIn);
    }

    @Override
    public void progress(double fraction, String message) {
        if (!ended.get()) {
            outbox.append(queue, new WorkerReport.Progress(claim(), worker, Instant.now(), fraction, message));
        }
    }

    @Override
    public void log(String line) {
        if (!ended.get()) {
            outbox.append(queue, new WorkerReport.Log(claim(), worker, Instant.now(), line));
        }
    }
}
