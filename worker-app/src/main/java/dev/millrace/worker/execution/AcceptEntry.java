package dev.millrace.worker.execution;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.worker.report.ReportOutbox;

/** Starts the task of a stream entry, unless the entry is unreadable or a duplicate, or the worker takes no tasks. */
final class AcceptEntry {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptEntry.class);

    private final String worker;
    private final ReportOutbox outbox;
    private final HeldClaims heldClaims;
    private final WorkerMode mode;
    private final Consumer<RunningAttempt> runInSlot;

    AcceptEntry(
            String worker,
            ReportOutbox outbox,
            HeldClaims heldClaims,
            WorkerMode mode,
            Consumer<RunningAttempt> runInSlot) {
        this.worker = worker;
        this.outbox = outbox;
        this.heldClaims = heldClaims;
        this.mode = mode;
        this.runInSlot = runInSlot;
    }

    /** @return whether it uses a slot now */
    boolean accept(TaskStreamReader queue, StreamEntry entry) {
        if (entry.getFields() == null) {
            queue.acknowledge(entry);
            return false;
        }
        TaskDispatch dispatch;
        try {
            dispatch = TaskDispatch.fromFields(entry.getFields());
        } catch (UnreadableMessage e) {
            LOG.warn("Set aside an unreadable entry of queue {}: {}", queue.queue(), e.getMessage());
            queue.setAside(entry, e.getMessage());
            return false;
        }
        return acceptDispatch(queue, entry, dispatch);
    }

    private boolean acceptDispatch(TaskStreamReader queue, StreamEntry entry, TaskDispatch dispatch) {
        String id = entry.getID().toString();
        RunningAttempt task = new RunningAttempt(queue.queue(), id, dispatch, worker, outbox);
        RunningAttempt earlier = heldClaims.get(task.claim());
        if (earlier != null && earlier.entry().equals(id)) {
            return false;
        }
        if (!heldClaims.add(task)) {
            LOG.info("Dropped a duplicate entry of claim {}", task.claim());
            queue.acknowledge(entry);
            return false;
        }
        if (!mode.takesTasks()) {
            task.release(mode.isStopping() ? "the worker is stopping" : "the worker is quiet");
            return false;
        }
        try {
            runInSlot.accept(task);
        } catch (RuntimeException | Error e) {
            task.release("the worker could not start a thread");
            throw e;
        }
        return true;
    }
}
