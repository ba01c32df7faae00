package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes the simultaneous submissions of several requests in one transaction, since most of a small one's cost is its
 * commit. A single request waits for no other. Requests that arrive during a write form the next group. A faulty
 * request never makes another one fail.
 */
@ApplicationScoped
public class GroupCommit {
    /** Requests of more tasks gain no speed from a group. */
    static final int MAX_TASKS = 50;

    private static final int MAX_REQUESTS = 200;
    private static final long MAX_WAIT_MILLIS = 1_000;

    private final Queue<PendingRequest> waiting = new ArrayDeque<>();
    private boolean writing;

    private TaskFactory taskFactory;
    private InsertTasks insertTasks;

    private enum Decision {
        /** This request writes, together with the waiting ones. */
        WRITE_GROUP,
        /** Another request has written it. */
        WRITTEN,
        /** The group could not be written. */
        WRITE_ALONE
    }

    private record PendingRequest(Map<Task, TaskPlan> tasks, CompletableFuture<Decision> decision) {
        PendingRequest(Map<Task, TaskPlan> tasks) {
            this(tasks, new CompletableFuture<>());
        }
    }

    /** For the container. */
    protected GroupCommit() {}

    @Inject
    public GroupCommit(TaskFactory taskFactory, InsertTasks insertTasks) {
        this.taskFactory = taskFactory;
        this.insertTasks = insertTasks;
    }

    /**
     * Submits plans of which none has to be unique. Errors as for {@link InsertTasks#insert}.
     *
     * @return the task of each plan, in their order, committed
     */
    public List<Task> submit(UUID owner, List<TaskPlan> plans, Instant now) {
        if (plans.size() > MAX_TASKS) {
            return insertTasks.insertTasks(owner, plans, now);
        }
        PendingRequest request = new PendingRequest(taskFactory.create(owner, plans, now));
        Decision decision = isFirst(request) ? Decision.WRITE_GROUP : awaitDecision(request);
        if (decision == Decision.WRITE_GROUP) {
            decision = writeWithOthers();
        }
        if (decision == Decision.WRITE_ALONE) {
            insertTasks.insertAll(List.of(request.tasks()));
        }
        return List.copyOf(request.tasks().keySet());
    }

    private synchronized boolean isFirst(PendingRequest request) {
        waiting.add(request);
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** A request that has waited so long writes alone: the writing one may be stuck on a dead connection. */
    private Decision awaitDecision(PendingRequest request) {
        Decision decision = request.decision()
                .copy()
                .completeOnTimeout(null, MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        if (decision != null) {
            return decision;
        }
        return withdraw(request) ? Decision.WRITE_ALONE : request.decision().join();
    }

    private synchronized boolean withdraw(PendingRequest request) {
        return !request.decision().isDone() && waiting.removeIf(other -> other == request);
    }

    private Decision writeWithOthers() {
        List<PendingRequest> group = next();
        Decision decision = Decision.WRITE_ALONE;
        try {
            insertTasks.insertAll(group.stream().map(PendingRequest::tasks).toList());
            decision = Decision.WRITTEN;
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                throw e;
            }
        } finally {
            handOver();
            for (PendingRequest request : group) {
                request.decision().complete(decision);
            }
        }
        return decision;
    }

    private synchronized List<PendingRequest> next() {
        List<PendingRequest> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < MAX_REQUESTS) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void handOver() {
        if (waiting.isEmpty()) {
            writing = false;
        } else {
            waiting.element().decision().complete(Decision.WRITE_GROUP);
        }
    }
}
