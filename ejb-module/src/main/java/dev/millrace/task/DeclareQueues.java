package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Creates queues when a task type, a worker or an admin declares them. Declarations run one at a time, across all
 * nodes, so that the number of queues never exceeds its limit.
 */
@Stateless
public class DeclareQueues {
    @PersistenceContext
    private EntityManager em;

    public DeclareQueues() {}

    public DeclareQueues(EntityManager em) {
        this.em = em;
    }

    /**
     * Adds the missing ones; a closing one does not change. It reads SQL once, for any number of queues.
     *
     * @param max most queues at a time
     * @return those beyond the limit, by name
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<String> declare(Collection<String> names, int max, Instant now) {
        lockDeclarations();
        List<String> present = em.createQuery("select q.name from Queue q where q.closingAt is null", String.class)
                .getResultList();
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(Set.copyOf(present));
        long capacity = max - present.size();
        List<String> rejected = new ArrayList<>();
        for (String name : missing) {
            if (capacity <= 0) {
                rejected.add(name);
            } else {
                add(name, now);
                capacity--;
            }
        }
        return rejected;
    }

    /**
     * Adds a queue that an admin declares.
     *
     * @param maxRunning most tasks in flight at once, null = no limit
     * @throws QueueTaken if it exists
     * @throws TooManyQueues if the limit of queues is reached
     */
    public Queue create(String name, Integer maxRunning, int max, Instant now) {
        lockDeclarations();
        Queue queue = em.find(Queue.class, name);
        if (queue != null && queue.closingAt() == null) {
            throw new QueueTaken();
        }
        if (count() >= max) {
            throw new TooManyQueues(max);
        }
        add(name, now);
        Queue created = em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE);
        created.declareByAdmin();
        created.setMaxRunning(maxRunning);
        created.setMode(QueueMode.OPEN);
        return created;
    }

    /** Ensures that the queue of an existing task exists, regardless of the limit. */
    public void restore(String name, Instant now) {
        Queue queue = em.find(Queue.class, name);
        if (queue == null || queue.closingAt() != null) {
            lockDeclarations();
            add(name, now);
        }
    }

    private void lockDeclarations() {
        em.createNativeQuery("select name from mr_lock where name = 'queues' for update")
                .getResultList();
    }

    private long count() {
        return em.createQuery("select count(q) from Queue q where q.closingAt is null", Long.class)
                .getSingleResult();
    }

    /** The fencing token starts with the time, so that it also grows when a queue is deleted and created again. */
    private void add(String name, Instant now) {
        Queue closing = em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (closing != null) {
            closing.reopen(now);
            return;
        }
        em.createNativeQuery(
                        "insert into mr_queue (name, fence, mode, declared_by_admin, last_used_at) select ?1, ?2, 'OPEN',"
                                + " false, ?2 where not exists (select 1 from mr_queue where name = ?1)")
                .setParameter(1, name)
                .setParameter(2, now.toEpochMilli())
                .executeUpdate();
        em.createNativeQuery("insert into mr_virtual_time (queue, priority, virtual_time) select ?1, p, 0"
                        + " from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as v (p)"
                        + " where not exists (select 1 from mr_virtual_time where queue = ?1)")
                .setParameter(1, name)
                .executeUpdate();
    }
}
