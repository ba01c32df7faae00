package dev.millrace.worker.attempt;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportLimits;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.codec.InvalidValue;
import dev.millrace.worker.registry.HandlerType;
import dev.millrace.worker.registry.InvalidResult;

/** Runs a handler on the calling thread and survives its every failure there; also the handler's view of its task. */
public final class InProcessAttempt implements TaskContext, PreparedAttempt {
    private final HandlerType type;
    private final Assignment assignment;
    private final AttemptListener listener;
    private final ThrottledProgress progress;
    private volatile boolean stopRequested;
    private volatile boolean ended;
    private Thread thread;

    public InProcessAttempt(HandlerType type, Assignment assignment, AttemptListener listener) {
        this.type = type;
        this.assignment = assignment;
        this.listener = listener;
        this.progress = new ThrottledProgress(listener);
    }

    @Override
    public Outcome run() {
        try {
            return bindThread() ? outcome() : new Outcome.Stopped(null);
        } catch (Throwable e) {
            return FailureOutcomes.ofAttempt(e, stopRequested);
        } finally {
            releaseThread();
        }
    }

    private Outcome outcome() throws Exception {
        Record parameters;
        try {
            parameters = type.parameters(assignment.parameters());
        } catch (InvalidValue e) {
            return permanentFailure("InvalidParameters", e.getMessage());
        } catch (JsonProcessingException e) {
            return permanentFailure("InvalidParameters", "are not JSON, see " + position(e.getLocation()));
        }
        try {
            return succeeded(type.invoke(parameters, this));
        } catch (InvalidResult e) {
            return permanentFailure("InvalidResult", e.getMessage());
        }
    }

    private static Outcome succeeded(String result) {
        if (result.length() > ReportLimits.RESULT) {
            String message = "The result has " + result.length() + " characters, at most " + ReportLimits.RESULT
                    + " are allowed. Store it elsewhere and return where it is.";
            return permanentFailure("ResultTooLarge", message);
        }
        return new Outcome.Succeeded(result);
    }

    /** Jackson's own message would contain a piece of the text. */
    private static String position(JsonLocation location) {
        return location == null
                ? "their beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Outcome permanentFailure(String type, String message) {
        return new Outcome.Failed(new AttemptError(type, message, null), false, null);
    }

    private synchronized boolean bindThread() {
        thread = Thread.currentThread();
        return !stopRequested;
    }

    /** The thread has other work from now on. */
    private void releaseThread() {
        try {
            progress.close();
        } finally {
            synchronized (this) {
                ended = true;
                thread = null;
                Thread.interrupted();
            }
        }
    }

    @Override
    public synchronized void stop() {
        stopRequested = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean kill() {
        return false;
    }

    @Override
    public synchronized Thread thread() {
        return thread;
    }

    @Override
    public String stackTrace() {
        Thread running = thread();
        return running == null ? null : SafeThrowables.stackTrace(running);
    }

    @Override
    public UUID taskId() {
        return assignment.task();
    }

    @Override
    public int attempt() {
        return assignment.attempt();
    }

    @Override
    public Instant deadline() {
        return assignment.deadlineInstant();
    }

    @Override
    public boolean isCancelled() {
        return stopRequested;
    }

    @Override
    public void progress(double fraction, String message) {
        progress.report(fraction, message);
    }

    @Override
    public void log(String line) {
        if (!ended) {
            listener.log(ReportLimits.truncate(String.valueOf(line), ReportLimits.LOG_LINE));
        }
    }
}
