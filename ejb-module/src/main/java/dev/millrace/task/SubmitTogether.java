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
public class SubmitTogether {
    /** Requests of more tasks gain nothing from company. */
    static final int MOST_TASKS = 50;

    private static final int MOST_REQUESTS = 200;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Queue<Request> waiting = new ArrayDeque<>();
    private boolean writing;

    private NewTasks newTasks;
    private SubmitTasks submit;

    private enum Turn {
        /** Write, with those who wait. */
        WRITE,
        /** Somebody else has written it. */
        WRITTEN,
        /** Together it could not be written. */
        ALONE
    }

    private record Request(Map<Task, TaskPlan> made, CompletableFuture<Turn> turn) {
        Request(Map<Task, TaskPlan> made) {
            this(made, new CompletableFuture<>());
        }
    }

    /** For the container. */
    protected SubmitTogether() {}

    @Inject
    public SubmitTogether(NewTasks newTasks, SubmitTasks submit) {
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
        Request request = new Request(newTasks.make(owner, plans, now));
        Turn turn = comesFirst(request) ? Turn.WRITE : awaitTurn(request);
        if (turn == Turn.WRITE) {
            turn = writeWithOthers();
        }
        if (turn == Turn.ALONE) {
            submit.write(List.of(request.made()));
        }
        return List.copyOf(request.made().keySet());
    }

    private synchronized boolean comesFirst(Request request) {
        waiting.add(request);
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** Whoever is still in the line after that long goes alone: the one who writes may be stuck on a dead connection. */
    private Turn awaitTurn(Request request) {
        Turn turn = request.turn()
                .copy()
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        if (turn != null) {
            return turn;
        }
        return leaves(request) ? Turn.ALONE : request.turn().join();
    }

    private synchronized boolean leaves(Request request) {
        return !request.turn().isDone() && waiting.removeIf(other -> other == request);
    }

    private Turn writeWithOthers() {
        List<Request> group = next();
        Turn end = Turn.ALONE;
        try {
            submit.write(group.stream().map(Request::made).toList());
            end = Turn.WRITTEN;
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                throw e;
            }
        } finally {
            passOn();
            for (Request request : group) {
                request.turn().complete(end);
            }
        }
        return end;
    }

    private synchronized List<Request> next() {
        List<Request> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < MOST_REQUESTS) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void passOn() {
        if (waiting.isEmpty()) {
            writing = false;
        } else {
            waiting.element().turn().complete(Turn.WRITE);
        }
    }
}
