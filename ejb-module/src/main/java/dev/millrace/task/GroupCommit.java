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
 * Writes what several requests submit at the same moment in one transaction, since most of what a small one costs is its
 * commit. A request that comes alone waits for nobody; those that come while it is being written are the next to go,
 * together. What one of them asks for never makes another one fail.
 */
@ApplicationScoped
public class GroupCommit {
    /** Requests of more tasks gain nothing from company. */
    static final int MOST_TASKS = 50;

    private static final int MOST_REQUESTS = 200;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Queue<PendingRequest> waiting = new ArrayDeque<>();
    private boolean writing;

    private CreateTasks newTasks;
    private SubmitTasks submit;

    private enum Decision {
        /** Write, with those who wait. */
        WRITE,
        /** Somebody else has written it. */
        WRITTEN,
        /** Together it could not be written. */
        ALONE
    }

    private record PendingRequest(Map<Task, TaskPlan> made, CompletableFuture<Decision> turn) {
        PendingRequest(Map<Task, TaskPlan> made) {
            this(made, new CompletableFuture<>());
        }
    }

    /** For the container. */
    protected GroupCommit() {}

    @Inject
    public GroupCommit(CreateTasks newTasks, SubmitTasks submit) {
        this.newTasks = newTasks;
        this.submit = submit;
    }

    /**
     * Submits plans of which none has to be unique. Errors as for {@link SubmitTasks#submitEach}.
     *
     * @return the task of each plan, in their order, committed
     */
    public List<Task> submit(UUID owner, List<TaskPlan> plans, Instant now) {
        if (plans.size() > MOST_TASKS) {
            return submit.submit(owner, plans, now);
        }
        PendingRequest request = new PendingRequest(newTasks.make(owner, plans, now));
        Decision turn = comesFirst(request) ? Decision.WRITE : awaitTurn(request);
        if (turn == Decision.WRITE) {
            turn = writeWithOthers();
        }
        if (turn == Decision.ALONE) {
            submit.write(List.of(request.made()));
        }
        return List.copyOf(request.made().keySet());
    }

    private synchronized boolean comesFirst(PendingRequest request) {
        waiting.add(request);
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** Whoever is still in the line after that long goes alone: the one who writes may be stuck on a dead connection. */
    private Decision awaitTurn(PendingRequest request) {
        Decision turn = request.turn()
                .copy()
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        if (turn != null) {
            return turn;
        }
        return leaves(request) ? Decision.ALONE : request.turn().join();
    }

    private synchronized boolean leaves(PendingRequest request) {
        return !request.turn().isDone() && waiting.removeIf(other -> other == request);
    }

    private Decision writeWithOthers() {
        List<PendingRequest> group = next();
        Decision end = Decision.ALONE;
        try {
            submit.write(group.stream().map(PendingRequest::made).toList());
            end = Decision.WRITTEN;
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                throw e;
            }
        } finally {
            passOn();
            for (PendingRequest request : group) {
                request.turn().complete(end);
            }
        }
        return end;
    }

    private synchronized List<PendingRequest> next() {
        List<PendingRequest> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < MOST_REQUESTS) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void passOn() {
        if (waiting.isEmpty()) {
            writing = false;
        } else {
            waiting.element().turn().complete(Decision.WRITE);
        }
    }
}
