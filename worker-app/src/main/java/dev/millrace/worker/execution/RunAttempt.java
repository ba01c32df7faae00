package dev.millrace.worker.execution;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.millrace.worker.attempt.FailureOutcomes;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.attempt.PreparedAttempt;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.registry.HandlerType;

/**
 * Runs one attempt in a slot: requests its stop at its timeout or on an order, and stops it by force after its grace.
 */
final class RunAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(RunAttempt.class);

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);

    private final HandlerRegistry handlers;
    private final PrepareAttempt prepare;
    private final Slots slots;
    private final ScheduledExecutorService timer;

    RunAttempt(HandlerRegistry handlers, PrepareAttempt prepare, Slots slots, ScheduledExecutorService timer) {
        this.handlers = handlers;
        this.prepare = prepare;
        this.slots = slots;
        this.timer = timer;
    }

    /** The slot's thread calls this. */
    void runInSlot(RunningAttempt task) {
        Outcome outcome = null;
        Throwable failure = null;
        try {
            outcome = outcome(task);
        } catch (Throwable e) {
            failure = e;
        }
        endWithRetries(task, outcome, failure);
        if (task.tryDetach()) {
            slots.release();
        } else {
            slots.abandonedThreadEnded();
        }
    }

    /** A report needs memory, which another handler may have exhausted; then this tries again until there is some. */
    private static void endWithRetries(RunningAttempt task, Outcome outcome, Throwable failure) {
        boolean ended = false;
        while (!ended) {
            try {
                task.end(failure == null ? outcome : FailureOutcomes.retryable(failure));
                ended = true;
            } catch (RuntimeException | Error e) {
                LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
            }
        }
    }

    /** Finishes the attempt of a handler that has called {@code System.exit}: its thread will never return. */
    void abandon(RunningAttempt task, Outcome outcome) {
        task.end(outcome);
        if (task.tryDetach()) {
            slots.release();
        }
    }

    /** Requests an attempt's stop, from any thread; a repetition has no effect. */
    void stop(RunningAttempt task, StopReason reason) {
        if (task.stop(reason)) {
            timer.schedule(() -> abandonAfterGrace(task), grace(task).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Outcome outcome(RunningAttempt task) {
        if (task.isStopped()) {
            return new Outcome.Stopped(null);
        }
        HandlerType type = handlers.find(task.dispatch().type()).orElse(null);
        if (type == null) {
            return new Outcome.Unsuited("unknown task type " + task.dispatch().type());
        }
        try (PreparedAttempt execution = prepare.prepare(type, task)) {
            return task.start(execution) ? runWithTimeout(task, execution) : new Outcome.Stopped(null);
        } catch (IOException e) {
            LOG.warn("Cannot run claim {}: {}", task.claim(), e.getMessage());
            return new Outcome.Unsuited(e.getMessage());
        }
    }

    private Outcome runWithTimeout(RunningAttempt task, PreparedAttempt execution) {
        Duration timeout = task.dispatch().timeout();
        ScheduledFuture<?> deadline = timeout == null
                ? null
                : timer.schedule(() -> stop(task, StopReason.TIMED_OUT), timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return execution.run();
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
    }

    private void abandonAfterGrace(RunningAttempt task) {
        try {
            String stackTrace = task.execution().stackTrace();
            if (!task.execution().kill() && task.tryDetach()) {
                LOG.warn(
                        "Abandoned the thread of claim {}, its handler ignores the request to stop: {}",
                        task.claim(),
                        stackTrace);
                task.end(new Outcome.Stopped(stackTrace));
                slots.abandon();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Cannot abandon claim {} yet: {}", task.claim(), e.toString());
            timer.schedule(() -> abandonAfterGrace(task), RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration grace(RunningAttempt task) {
        return handlers.find(task.dispatch().type()).orElseThrow().grace();
    }
}
