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

/** Runs one attempt in a slot: asks it to stop at its timeout or on request, and ends it by force after its grace. */
final class RunAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(RunAttempt.class);

    private static final Duration AGAIN = Duration.ofMillis(200);

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

    /** Called on the slot's thread. */
    void inSlot(RunningAttempt task) {
        Outcome outcome = null;
        Throwable failure = null;
        try {
            outcome = outcome(task);
        } catch (Throwable e) {
            failure = e;
        }
        endForSure(task, outcome, failure);
        if (task.leave()) {
            slots.leave();
        } else {
            slots.comeBack();
        }
    }

    /** A report needs memory, which another handler may have used up; then it is tried again until there is some. */
    private static void endForSure(RunningAttempt task, Outcome outcome, Throwable failure) {
        boolean ended = false;
        while (!ended) {
            try {
                task.end(failure == null ? outcome : FailureOutcomes.of(failure));
                ended = true;
            } catch (RuntimeException | Error e) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    /** Ends the attempt of a handler that has called {@code System.exit}: its thread will never return. */
    void abandon(RunningAttempt task, Outcome outcome) {
        task.end(outcome);
        if (task.leave()) {
            slots.leave();
        }
    }

    /** Asks an attempt to stop, from any thread; repeating it changes nothing. */
    void stop(RunningAttempt task, StopReason reason) {
        if (task.stop(reason)) {
            timer.schedule(() -> giveUp(task), grace(task).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Outcome outcome(RunningAttempt task) {
        if (task.isStopped()) {
            return new Outcome.Stopped(null);
        }
        HandlerType type = handlers.named(task.dispatch().type()).orElse(null);
        if (type == null) {
            return new Outcome.Unsuited(
                    "this worker does not know " + task.dispatch().type());
        }
        try (PreparedAttempt execution = prepare.of(type, task)) {
            return task.begin(execution) ? timed(task, execution) : new Outcome.Stopped(null);
        } catch (IOException e) {
            LOG.warn("{} cannot be run: {}", task.claim(), e.getMessage());
            return new Outcome.Unsuited(e.getMessage());
        }
    }

    private Outcome timed(RunningAttempt task, PreparedAttempt execution) {
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

    private void giveUp(RunningAttempt task) {
        try {
            String where = task.execution().whereItIs();
            if (!task.execution().kill() && task.leave()) {
                LOG.warn("{} does not stop, its thread is abandoned: {}", task.claim(), where);
                task.end(new Outcome.Stopped(where));
                slots.abandon();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("{} cannot be given up yet: {}", task.claim(), e.toString());
            timer.schedule(() -> giveUp(task), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration grace(RunningAttempt task) {
        return handlers.named(task.dispatch().type()).orElseThrow().grace();
    }
}
