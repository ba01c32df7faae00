package dev.millrace.worker.execution;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.worker.report.ReportOutbox;

/** Makes of a stream entry a task that runs, unless it is unreadable, a repetition, or came when nothing is taken any more. */
final class StartAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(StartAttempt.class);

    private final String worker;
    private final ReportOutbox outbox;
    private final HeldClaims held;
    private final WorkerMode intake;
    private final Consumer<RunningAttempt> runInSlot;

    StartAttempt(
            String worker,
            ReportOutbox outbox,
            HeldClaims held,
            WorkerMode intake,
            Consumer<RunningAttempt> runInSlot) {
        this.worker = worker;
        this.outbox = outbox;
        this.held = held;
        this.intake = intake;
        this.runInSlot = runInSlot;
    }

    /** @return whether it uses a slot now */
    boolean begin(TaskReader queue, StreamEntry entry) {
        if (entry.getFields() == null) {
            queue.remove(entry.getID());
            return false;
        }
        TaskDispatch dispatch;
        try {
            dispatch = TaskDispatch.fromFields(entry.getFields());
        } catch (UnreadableMessage e) {
            LOG.warn("sets aside an unreadable entry of {}: {}", queue.queue(), e.getMessage());
            queue.setAside(entry, e.getMessage());
            return false;
        }
        return begin(queue, entry, dispatch);
    }

    private boolean begin(TaskReader queue, StreamEntry entry, TaskDispatch dispatch) {
        String id = entry.getID().toString();
        RunningAttempt task = new RunningAttempt(queue.queue(), id, dispatch, worker, outbox);
        RunningAttempt earlier = held.get(task.claim());
        if (earlier != null && earlier.entry().equals(id)) {
            return false;
        }
        if (!held.add(task)) {
            LOG.info("{} came twice", task.claim());
            queue.remove(entry.getID());
            return false;
        }
        if (!intake.isOpen()) {
            task.handBack(intake.isClosed() ? "the worker stops" : "the worker is quiet");
            return false;
        }
        try {
            runInSlot.accept(task);
        } catch (RuntimeException | Error e) {
            task.handBack("the worker has no thread for it");
            throw e;
        }
        return true;
    }
}
