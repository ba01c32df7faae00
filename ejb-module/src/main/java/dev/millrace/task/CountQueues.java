package dev.millrace.task;

import java.time.Instant;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts what lies in queues, without ever going through a deep one as a whole. */
@Stateless
public class CountQueues {
    @PersistenceContext
    private EntityManager em;

    public CountQueues() {}

    CountQueues(EntityManager em) {
        this.em = em;
    }

    public QueueFigures of(String queue) {
        Object[] line = (Object[]) em.createNativeQuery("select count(*), min(created_at) from (select created_at"
                        + " from mr_task where queue = ?1 and dispatch_key >= 0 order by queue, dispatch_key limit "
                        + QueueFigures.MOST_COUNTED + ") t")
                .setParameter(1, queue)
                .getSingleResult();
        int waiting = ((Number) line[0]).intValue();
        int delayed = count(queue, "due_at >= 0");
        int kept = count(queue, "parked_by >= ''");
        int all = count(queue, "state = 'WAITING'");
        return new QueueFigures(
                waiting,
                delayed,
                kept,
                all < QueueFigures.MOST_COUNTED ? (Integer) Math.max(0, all - waiting - delayed - kept) : null,
                count(queue, "state = 'QUEUED'") + count(queue, "state = 'RUNNING'"),
                line[1] == null ? null : Instant.ofEpochMilli(((Number) line[1]).longValue()));
    }

    private int count(String queue, String condition) {
        return new Conditions().and("queue = ?", queue).and(condition).count(em, QueueFigures.MOST_COUNTED);
    }
}
