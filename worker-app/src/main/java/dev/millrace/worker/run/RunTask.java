package dev.millrace.worker.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.millrace.worker.attempt.Execution;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.attempt.Traces;
import dev.millrace.worker.catalogue.HandlerType;
import dev.millrace.worker.catalogue.Handlers;

/** Runs one attempt in a slot: asks it to stop at its timeout or on request, and ends it by force after its grace. */
final class RunTask {
    private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);

    private final Handlers handlers;
    private final PrepareExecution prepare;
    private final Slots slots;
    private final ScheduledExecutorService timer;

    RunTask(Handlers handlers, PrepareExecution prepare, Slots slots, ScheduledExecutorService timer) {
        this.handlers = handlers;
        this.prepare = prepare;
        this.slots = slots;
        this.timer = timer;
    }

    /** Called on the slot's thread. */
    void inSlot(RunningTask task) {
        try {
            task.end(outcome(task));
        } catch (InterruptedException e) {
            task.handBack("the worker stops");
        } catch (RuntimeException | Error e) {
            LOG.error("{} cannot be run", task.claim(), e);
            task.end(new Outcome.Failed(Traces.error(e, e.getMessage()), true, null));
        } finally {
            if (task.leave()) {
                slots.leave();
            } else {
                slots.comeBack();
            }
        }
    }

    /** Asks an attempt to stop, from any thread; repeating it changes nothing. */
    void stop(RunningTask task, StopReason reason) {
        if (task.stop(reason)) {
            timer.schedule(() -> giveUp(task), grace(task).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Outcome outcome(RunningTask task) throws InterruptedException {
        if (task.isStopped()) {
            return new Outcome.Stopped(null);
        }
        HandlerType type = handlers.named(task.dispatch().type()).orElse(null);
        if (type == null) {
            return new Outcome.Unsuited(
                    "this worker does not know " + task.dispatch().type());
        }
        try (Execution execution = prepare.of(type, task)) {
            return task.begin(execution) ? timed(task, execution) : new Outcome.Stopped(null);
        } catch (IOException e) {
            LOG.warn("{} cannot be run: {}", task.claim(), e.getMessage());
            return new Outcome.Unsuited(e.getMessage());
        }
    }

    private Outcome timed(RunningTask task, Execution execution) throws InterruptedException {
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

    private void giveUp(RunningTask task) {
        String where = task.execution().whereItIs();
        if (!task.execution().kill() && task.leave()) {
            LOG.warn("{} does not stop, its thread is abandoned: {}", task.claim(), where);
            task.end(new Outcome.Stopped(where));
            slots.abandon();
        }
    }

    private Duration grace(RunningTask task) {
        return handlers.named(task.dispatch().type()).orElseThrow().grace();
    }
}
