package dev.millrace.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The existing queues, without the closing ones. {@link DeclareQueues} creates them. */
@Stateless
public class Queues {
    @PersistenceContext
    private EntityManager em;

    public Queues() {}

    public Queues(EntityManager em) {
        this.em = em;
    }

    /** @return by name */
    public List<String> names() {
        return em.createQuery("select q.name from Queue q where q.closingAt is null order by q.name", String.class)
                .getResultList();
    }

    /** @return every queue, by name */
    public List<Queue> all() {
        return em.createQuery("select q from Queue q where q.closingAt is null order by q.name", Queue.class)
                .getResultList();
    }

    /**
     * @return also a closing one
     * @throws QueueNotFound if there is none of this name
     */
    public Queue find(String name) {
        Queue queue = em.find(Queue.class, name);
        if (queue == null) {
            throw new QueueNotFound();
        }
        return queue;
    }

    /** @throws QueueNotFound if there is none of this name */
    public Queue setMode(String name, QueueMode mode) {
        Queue queue = orThrow(name, em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE));
        queue.setMode(mode);
        return queue;
    }

    /**
     * @param number most tasks in flight at once, null = no limit
     * @throws QueueNotFound if there is none of this name
     */
    public Queue setMaxRunning(String name, Integer number) {
        Queue queue = orThrow(name, em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE));
        queue.setMaxRunning(number);
        return queue;
    }

    private static Queue orThrow(String name, Queue queue) {
        if (queue == null || queue.closingAt() != null) {
            throw new QueueNotFound();
        }
        return queue;
    }

    /** @return a number greater than every earlier one of this queue */
    public long nextFence(String name) {
        return em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE).nextFence();
    }

    /** @return the virtual times of a queue's priority levels */
    public Map<PriorityLevel, Long> virtualTimes(String name) {
        Map<PriorityLevel, Long> times = new HashMap<>();
        em.createQuery("select l from VirtualTime l where l.queue = :queue", VirtualTime.class)
                .setParameter("queue", name)
                .getResultList()
                .forEach(time -> times.put(time.priorityLevel(), time.virtualTime()));
        return times;
    }

    /** The caller's transaction is dispatching these tasks of one queue. */
    public static void advanceVirtualTimes(EntityManager em, List<Task> dispatched) {
        // In the order of priorities, so two leaders never wait for each other's rows.
        Map<PriorityLevel, Long> tags = new TreeMap<>(Comparator.comparing(PriorityLevel::priority));
        dispatched.forEach(task -> tags.merge(PriorityLevel.of(task), task.startTag(), Math::max));
        tags.forEach((level, tag) -> em.createQuery("update VirtualTime l set l.virtualTime = :tag"
                        + " where l.queue = :queue and l.priority = :priority and l.virtualTime < :tag")
                .setParameter("tag", tag)
                .setParameter("queue", level.queue())
                .setParameter("priority", level.priority())
                .setFlushMode(FlushModeType.COMMIT) // the commit writes the tasks, in one go
                .executeUpdate());
    }

    /** The state of a priority level that {@link FairQueue} loads; reads the tags of all waiting tasks there once. */
    public FairQueue.PersistedState loadFairQueueState(PriorityLevel level) {
        Map<UUID, Long> lastTags = new HashMap<>();
        em.createQuery(
                        "select t.owner, max(t.placement.startTag) from Task t"
                                + " where t.queue = :queue and t.placement.priority = :priority"
                                + " and (t.placement.dispatchKey is not null or t.placement.parkedKey is not null) group by t.owner",
                        Object[].class)
                .setParameter("queue", level.queue())
                .setParameter("priority", level.priority())
                .getResultList()
                .forEach(row -> lastTags.put((UUID) row[0], (Long) row[1]));
        VirtualTime time = em.find(VirtualTime.class, new VirtualTime.Key(level));
        return new FairQueue.PersistedState(time == null ? 0 : time.virtualTime(), lastTags);
    }
}
