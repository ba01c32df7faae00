package dev.millrace.task;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.request.TaskRequest;

/** Counts the tasks in queues, without ever reading a deep one as a whole. */
@Stateless
public class CountQueues {
    @PersistenceContext
    private EntityManager em;

    public CountQueues() {}

    CountQueues(EntityManager em) {
        this.em = em;
    }

    public QueueCounts of(String queue) {
        int waiting = count(queue, "dispatch_key >= 0");
        int delayed = count(queue, "due_at >= 0");
        int parked = count(queue, "parked_by >= ''");
        int all = count(queue, "state = 'WAITING'");
        return new QueueCounts(
                waiting,
                delayed,
                parked,
                all < QueueCounts.MAX_COUNTED ? (Integer) Math.max(0, all - waiting - delayed - parked) : null,
                count(queue, "state = 'QUEUED'") + count(queue, "state = 'RUNNING'"),
                oldestWaitingAt(queue));
    }

    private Instant oldestWaitingAt(String queue) {
        String heads = IntStream.rangeClosed(0, TaskRequest.MAX_PRIORITY)
                .mapToObj(CountQueues::headOfQueue)
                .collect(Collectors.joining(" union all "));
        Number oldest = (Number) em.createNativeQuery("select min(created_at) from (" + heads + ") t")
                .setParameter(1, queue)
                .getSingleResult();
        return oldest == null ? null : Instant.ofEpochMilli(oldest.longValue());
    }

    /** Each user's oldest task of a priority is at the user's next place in the order, near the head. */
    private static String headOfQueue(int priority) {
        return "(select created_at from mr_task where queue = ?1 and dispatch_key between "
                + DispatchKey.of(priority, 0) + " and " + DispatchKey.of(priority, DispatchKey.MAX_TAG)
                + " order by queue, dispatch_key limit " + QueueCounts.HEAD_SIZE + ")";
    }

    private int count(String queue, String condition) {
        return new TaskConditions().and("queue = ?", queue).and(condition).count(em, QueueCounts.MAX_COUNTED);
    }
}
