package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.node.Node;

/** Writes new tasks as WAITING, all of a call in one transaction. */
@Stateless
public class SubmitTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FairOrder fairOrder;

    @Inject
    private Queues queues;

    public SubmitTasks() {}

    SubmitTasks(EntityManager em, FairOrder fairOrder, Queues queues) {
        this.em = em;
        this.fairOrder = fairOrder;
        this.queues = queues;
    }

    /** @return the new tasks, in the order of the plans */
    public List<Task> submit(UUID owner, List<TaskPlan> plans, Instant now) {
        List<Task> tasks = new ArrayList<>(plans.size());
        List<Payload> payloads = new ArrayList<>();
        for (TaskPlan plan : plans) {
            long tag = fairOrder.nextTag(plan.queue(), owner, () -> queues.fairOrder(plan.queue()));
            Task task = new Task(Node.newId(), owner, plan, tag, now);
            em.persist(task);
            if (task.parameters() == null) {
                payloads.add(new Payload(task.id(), Payload.PARAMETERS, plan.parameters()));
            }
            tasks.add(task);
        }
        if (!payloads.isEmpty()) {
            em.flush();
            payloads.forEach(em::persist);
        }
        return tasks;
    }

    /**
     * The task that {@code key} stands for; a new one if it does not stand for any.
     *
     * @param requestHash tells requests apart
     * @throws IdempotencyKeyReused if the key stands for a task that was asked for differently
     */
    public Submitted submitOnce(UUID owner, TaskPlan plan, String key, String requestHash, Instant now) {
        IdempotencyKey known =
                em.find(IdempotencyKey.class, new IdempotencyKey.Key(owner, key), LockModeType.PESSIMISTIC_WRITE);
        if (known != null && !known.isOver(now)) {
            if (!known.isFor(requestHash)) {
                throw new IdempotencyKeyReused(key);
            }
            return new Submitted(em.find(Task.class, known.taskId()), false);
        }
        Task task = submit(owner, List.of(plan), now).get(0);
        em.flush();
        if (known == null) {
            em.persist(new IdempotencyKey(owner, key, task.id(), requestHash, now));
        } else {
            known.standFor(task.id(), requestHash, now);
        }
        return new Submitted(task, true);
    }

    /**
     * What became of a wish.
     *
     * @param isNew false if the task was there before
     */
    public record Submitted(Task task, boolean isNew) {}
}
