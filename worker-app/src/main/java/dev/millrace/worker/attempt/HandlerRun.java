package dev.millrace.worker.attempt;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import dev.millrace.contract.AttemptError;
import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.catalogue.HandlerType;

/** Runs a handler on the calling thread, whatever it does there, and is the handler's view of its task. */
public final class HandlerRun implements TaskContext, Execution {
    private static final int MAX_RESULT = 5_000_000;
    private static final int MAX_LOG_LINE = 2_000;
    private static final long PROGRESS_EVERY_NANOS = 100_000_000;

    private final HandlerType type;
    private final Assignment assignment;
    private final Listener listener;
    private volatile boolean stopped;
    private volatile boolean over;
    private Thread thread;
    private long lastProgressNanos = System.nanoTime() - PROGRESS_EVERY_NANOS;

    public HandlerRun(HandlerType type, Assignment assignment, Listener listener) {
        this.type = type;
        this.assignment = assignment;
        this.listener = listener;
    }

    @Override
    public Outcome run() {
        Record parameters;
        try {
            parameters = type.parameters(assignment.parameters());
        } catch (ValueInstantiationException e) {
            return invalid(
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
        } catch (DatabindException e) {
            // The server has checked them against a schema, so it was another version's.
            return new Outcome.Unsuited("this worker cannot read the parameters: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return invalid(e.getOriginalMessage());
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed(Traces.error(e, e.getMessage()), true, null);
        }
        return enter() ? outcome(parameters) : new Outcome.Stopped(null);
    }

    private Outcome outcome(Record parameters) {
        try {
            return succeeded(type.run(parameters, this));
        } catch (DoNotRetry e) {
            return new Outcome.Failed(
                    Traces.error(e.getCause() == null ? e : e.getCause(), e.getMessage()), false, null);
        } catch (RetryLater e) {
            return new Outcome.Failed(
                    Traces.error(e, e.getMessage()), true, e.waiting().toMillis());
        } catch (Throwable e) {
            return stopped && Traces.isInterruption(e)
                    ? new Outcome.Stopped(Traces.of(e))
                    : new Outcome.Failed(Traces.error(e, e.getMessage()), true, null);
        } finally {
            leave();
        }
    }

    private static Outcome succeeded(String result) {
        if (result.length() <= MAX_RESULT) {
            return new Outcome.Succeeded(result);
        }
        String message = "The result has " + result.length() + " characters, at most " + MAX_RESULT
                + " are allowed. Store it elsewhere and return where it is.";
        return new Outcome.Failed(new AttemptError("ResultTooLarge", message, null), false, null);
    }

    private static Outcome invalid(String message) {
        return new Outcome.Failed(new AttemptError("InvalidParameters", message, null), false, null);
    }

    private synchronized boolean enter() {
        thread = Thread.currentThread();
        return !stopped;
    }

    /** The thread does something else from now on. */
    private synchronized void leave() {
        over = true;
        thread = null;
        Thread.interrupted();
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
    public synchronized String whereItIs() {
        return thread == null ? null : Traces.of(thread);
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
        long now = System.nanoTime();
        synchronized (this) {
            if (over || now - lastProgressNanos < PROGRESS_EVERY_NANOS) {
                return;
            }
            lastProgressNanos = now;
        }
        listener.progress(Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction)), message);
    }

    @Override
    public void log(String line) {
        if (!over) {
            String text = String.valueOf(line);
            listener.log(text.length() <= MAX_LOG_LINE ? text : text.substring(0, MAX_LOG_LINE));
        }
    }
}
