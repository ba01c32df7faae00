package dev.millrace.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.limit.RatePermits;
import dev.millrace.task.Attempt;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.LossReason;
import dev.millrace.task.LostClaims;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/**
 * Ends claims that have no outcome, in SQL: reclaims them from dead workers, or recalls them from the stream. It ignores a
 * claim that has changed meanwhile. Each call is a transaction.
 */
@Stateless
public class EndClaims {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TaskSettings settings;

    @Inject
    private TaskFinishedEvents finishedEvents;

    @Inject
    private TaskLifecycle lifecycle;

    private Function<Task, String> notices = task -> null;

    public EndClaims() {}

    EndClaims(EntityManager em, TaskSettings settings, TaskFinishedEvents finishedEvents, TaskLifecycle lifecycle) {
        this.em = em;
        this.settings = settings;
        this.finishedEvents = finishedEvents;
        this.lifecycle = lifecycle;
    }

    @Inject
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    /**
     * @return the claims of a queue that were dispatched before {@code longAgo} and have no outcome; as many as fit in
     *     the window and the slots
     */
    public List<Claim> findInFlightSince(String queue, Instant longAgo) {
        return em.createQuery(
                        "select t.id, t.claim, t.queuedAt from Task t where t.queue = :queue"
                                + " and t.state in (:queued, :running)",
                        Object[].class)
                .setParameter("queue", queue)
                .setParameter("queued", TaskState.QUEUED)
                .setParameter("running", TaskState.RUNNING)
                .getResultStream()
                .filter(row -> ((Instant) row[2]).isBefore(longAgo)) // in SQL it would keep H2 from the index by state
                .map(row -> new Claim((UUID) row[0], (Long) row[1]))
                .toList();
    }

    /** Counts an attempt for each claim of a dead worker, so that a task that kills its workers fails in the end. */
    public List<TaskEvent> reclaimFromDeadWorker(List<Claim> claims, String worker, Instant now) {
        List<TaskEvent> events = new ArrayList<>();
        for (Task task : loadCurrent(claims)) {
            if (task.isClaimedByOther(worker)) {
                continue; // The worker had a copy of the dispatch.
            }
            AttemptError error = new AttemptError(
                    LossReason.DEAD_WORKER.errorType(), "The worker " + worker + " stopped responding.", null);
            em.persist(new Attempt(task, "lost", worker, task.startedAt(), now, error));
            task.failAttempt(error, true, Duration.ZERO, worker, now);
            lifecycle.claimLost(task, LossReason.DEAD_WORKER);
            if (!task.state().isFinished()) {
                lifecycle.retried(task);
            }
            finishedEvents.fireIfFinished(task);
            events.add(TaskView.stateEvent(task, now, notices));
        }
        return events;
    }

    /**
     * Queues tasks again whose claims are unknown to both Redis and the workers. It counts no attempt unless that
     * repeats too often.
     */
    public List<TaskEvent> reclaimUntraceable(List<Claim> claims, Instant now) {
        List<TaskEvent> events = new ArrayList<>();
        LostClaims lost = new LostClaims(em, settings, now);
        for (Task task : loadCurrent(claims)) {
            String worker = task.worker();
            boolean counted = lost.record(
                    task, LossReason.UNTRACEABLE, worker, "untraceable-" + task.claim(), messageFor(task, worker));
            lifecycle.claimLost(task, LossReason.UNTRACEABLE);
            if (counted && !task.state().isFinished()) {
                lifecycle.retried(task);
            }
            finishedEvents.fireIfFinished(task);
            events.add(TaskView.stateEvent(task, now, notices));
        }
        return events;
    }

    private static String messageFor(Task task, String worker) {
        return task.state() == TaskState.QUEUED
                ? "The dispatch was lost; the task is queued again."
                : "The worker " + worker
                        + " started it, reported no outcome and no longer holds it; the task is queued again.";
    }

    /** Returns tasks to their old places after a recall from the stream, before a worker has read them. */
    public List<TaskEvent> recall(List<Claim> claims, Instant now) {
        List<TaskEvent> events = new ArrayList<>();
        List<Task> held = loadCurrent(claims);
        new RatePermits(em).release(held.stream().map(Task::id).toList());
        for (Task task : held) {
            task.recall(now);
            finishedEvents.fireIfFinished(task);
            events.add(TaskView.stateEvent(task, now, notices));
        }
        return events;
    }

    /** @return the workers' claims that are outdated, finished or to be cancelled */
    public List<Claim> findObsolete(String queue, Collection<Claim> held) {
        if (held.isEmpty()) {
            return List.of();
        }
        Map<UUID, Object[]> known = new HashMap<>();
        em.createQuery(
                        "select t.id, t.claim, t.state, t.cancelRequestedAt from Task t"
                                + " where t.queue = :queue and t.id in :ids",
                        Object[].class)
                .setParameter("queue", queue)
                .setParameter("ids", held.stream().map(Claim::taskId).toList())
                .getResultList()
                .forEach(row -> known.put((UUID) row[0], row));
        return held.stream()
                .filter(claim -> known.containsKey(claim.taskId()))
                .filter(claim -> !isCurrent(claim, known.get(claim.taskId())))
                .toList();
    }

    private static boolean isCurrent(Claim claim, Object[] row) {
        return row[1].equals(claim.number()) && ((TaskState) row[2]).isInFlight() && row[3] == null;
    }

    private List<Task> loadCurrent(List<Claim> claims) {
        Map<UUID, Task> tasks =
                LockedTasks.loadById(em, claims.stream().map(Claim::taskId).toList());
        return claims.stream()
                .filter(claim -> tasks.containsKey(claim.taskId()))
                .filter(claim -> tasks.get(claim.taskId()).isCurrentClaim(claim))
                .map(claim -> tasks.get(claim.taskId()))
                .filter(task -> task.state().isInFlight())
                .toList();
    }
}
