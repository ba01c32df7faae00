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

/** Runs a handler on the calling thread, whatever it does there, and is the handler's view of its task. */
public final class InProcessAttempt implements TaskContext, PreparedAttempt {
    private final HandlerType type;
    private final Assignment assignment;
    private final AttemptListener listener;
    private final ThrottledProgress progress;
    private volatile boolean stopped;
    private volatile boolean over;
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
            return enter() ? outcome() : new Outcome.Stopped(null);
        } catch (Throwable e) {
            return FailureOutcomes.of(e, stopped);
        } finally {
            leave();
        }
    }

    private Outcome outcome() throws Exception {
        Record parameters;
        try {
            parameters = type.parameters(assignment.parameters());
        } catch (InvalidValue e) {
            return refused("InvalidParameters", e.getMessage());
        } catch (JsonProcessingException e) {
            return refused("InvalidParameters", "are not JSON, see " + place(e.getLocation()));
        }
        try {
            return succeeded(type.run(parameters, this));
        } catch (InvalidResult e) {
            return refused("InvalidResult", e.getMessage());
        }
    }

    private static Outcome succeeded(String result) {
        if (result.length() > ReportLimits.RESULT) {
            String message = "The result has " + result.length() + " characters, at most " + ReportLimits.RESULT
                    + " are allowed. Store it elsewhere and return where it is.";
            return refused("ResultTooLarge", message);
        }
        return new Outcome.Succeeded(result);
    }

    /** Jackson's own message would have a piece of the text. */
    private static String place(JsonLocation location) {
        return location == null
                ? "their beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Outcome refused(String type, String message) {
        return new Outcome.Failed(new AttemptError(type, message, null), false, null);
    }

    private synchronized boolean enter() {
        thread = Thread.currentThread();
        return !stopped;
    }

    /** The thread does something else from now on. */
    private void leave() {
        try {
            progress.end();
        } finally {
            synchronized (this) {
                over = true;
                thread = null;
                Thread.interrupted();
            }
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
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
    public String whereItIs() {
        Thread running = thread();
        return running == null ? null : SafeThrowables.of(running);
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
        return stopped;
    }

    @Override
    public void progress(double fraction, String message) {
        progress.tell(fraction, message);
    }

    @Override
    public void log(String line) {
        if (!over) {
            listener.log(ReportLimits.cut(String.valueOf(line), ReportLimits.LOG_LINE));
        }
    }
}
