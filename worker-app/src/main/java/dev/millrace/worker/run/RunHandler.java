package dev.millrace.worker.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.WorkerReport;
import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;
import dev.millrace.worker.catalogue.HandlerType;
import dev.millrace.worker.catalogue.Handlers;

/** Runs one attempt from beginning to end, whatever its handler does. */
final class RunHandler {
    private static final int MAX_RESULT = 5_000_000;
    private static final Duration UNKNOWN_TYPE_PAUSE = Duration.ofSeconds(1);

    private final Handlers handlers;

    RunHandler(Handlers handlers) {
        this.handlers = handlers;
    }

    void run(RunningTask task) throws InterruptedException {
        Optional<HandlerType> type = handlers.named(task.dispatch().type());
        if (type.isEmpty()) {
            // A pause, so that a task nobody knows does not go round as fast as the machine can.
            Thread.sleep(UNKNOWN_TYPE_PAUSE.toMillis());
            String reason = "this worker does not know " + task.dispatch().type();
            task.end(new WorkerReport.Released(task.claim(), task.worker(), Instant.now(), reason));
            return;
        }
        task.begin();
        WorkerReport outcome = outcome(task, type.get());
        task.leaveThread();
        task.end(outcome);
    }

    private static WorkerReport outcome(RunningTask task, HandlerType type) {
        Record parameters;
        try {
            parameters = type.parameters(task.dispatch().parameters());
        } catch (JsonProcessingException e) {
            Throwable reason = e.getCause() instanceof IllegalArgumentException cause ? cause : e;
            String message = e.getCause() == null ? e.getOriginalMessage() : reason.getMessage();
            return failed(task, new AttemptError("InvalidParameters", message, null), false, null);
        }
        try {
            String result = type.run(parameters, task);
            if (task.isTimedOut()) {
                return timedOut(task);
            }
            if (result.length() > MAX_RESULT) {
                String message = "The result has " + result.length() + " characters, at most " + MAX_RESULT
                        + " are allowed. Store it elsewhere and return where it is.";
                return failed(task, new AttemptError("ResultTooLarge", message, null), false, null);
            }
            return new WorkerReport.Succeeded(task.claim(), task.worker(), Instant.now(), task.startedAt(), result);
        } catch (DoNotRetry e) {
            return failed(task, error(e.getCause() == null ? e : e.getCause(), e.getMessage()), false, null);
        } catch (RetryLater e) {
            return failed(task, error(e, e.getMessage()), true, e.waiting());
        } catch (Throwable e) {
            return task.isTimedOut() ? timedOut(task) : failed(task, error(e, e.getMessage()), true, null);
        }
    }

    private static WorkerReport timedOut(RunningTask task) {
        String message =
                "The attempt ran longer than " + task.dispatch().timeout().toMillis() / 1000.0 + " s.";
        return failed(task, new AttemptError("TaskTimedOut", message, null), true, null);
    }

    private static WorkerReport failed(RunningTask task, AttemptError error, boolean retry, Duration retryIn) {
        return new WorkerReport.Failed(
                task.claim(), task.worker(), Instant.now(), task.startedAt(), error, retry, retryIn);
    }

    private static AttemptError error(Throwable e, String message) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return new AttemptError(e.getClass().getName(), message, trace.toString());
    }
}
