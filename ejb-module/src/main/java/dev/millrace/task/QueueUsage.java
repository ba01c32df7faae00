package dev.millrace.task;

import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.persistence.Chunks;

/**
 * Finds the queues that SQL still needs, and deletes the others: first a queue closes, then, when it is empty, it is
 * deleted.
 */
@Stateless
public class QueueUsage {
    @PersistenceContext
    private EntityManager em;

    public QueueUsage() {}

    public QueueUsage(EntityManager em) {
        this.em = em;
    }

    /** @return the queues of unfinished tasks, also missing ones; one short query for each */
    public Set<String> findQueuesWithUnfinishedTasks() {
        Set<String> names = new TreeSet<>();
        for (TaskState state : TaskState.values()) {
            if (!state.isFinished()) {
                String name = next(state, "");
                while (name != null) {
                    names.add(name);
                    name = next(state, name);
                }
            }
        }
        return names;
    }

    private String next(TaskState state, String after) {
        List<?> next = em.createNativeQuery("select queue from mr_task where state = ?1 and queue > ?2"
                        + " order by state, queue, queued_at limit 1")
                .setParameter(1, state.name())
                .setParameter(2, after)
                .getResultList();
        return next.isEmpty() ? null : (String) next.get(0);
    }

    /** @return whether the queue has an unfinished task */
    public boolean hasUnfinishedTasks(String queue) {
        return em.createQuery("select t.queue from Task t where t.queue = :queue and t.state in :open", String.class)
                        .setParameter("queue", queue)
                        .setParameter("open", List.of(TaskState.WAITING, TaskState.QUEUED, TaskState.RUNNING))
                        .setMaxResults(1)
                        .getResultList()
                        .size()
                > 0;
    }

    /** @return whether a schedule sends its tasks to this queue by name */
    public boolean isScheduled(String queue) {
        List<?> requests = em.createNativeQuery(
                        "select cast(task_request as varchar) from mr_schedule where task_request like ?1")
                .setParameter(1, "%\"queue\":\"" + queue + "\"%")
                .getResultList();
        return requests.stream().anyMatch(request -> queue.equals(queueIn((String) request)));
    }

    private static String queueIn(String request) {
        try (JsonReader reader = Json.createReader(new StringReader(request))) {
            return reader.readObject().getString("queue", null);
        }
    }

    /**
     * Records that these queues are in use now.
     *
     * @param queues any names; unknown ones have no effect, in any number
     */
    public void markUsed(Collection<String> queues, Instant now) {
        Set<String> present = new TreeSet<>(
                em.createQuery("select q.name from Queue q", String.class).getResultList());
        present.retainAll(Set.copyOf(queues));
        for (List<String> chunk : Chunks.of(present)) {
            em.createQuery("update Queue q set q.lastUsedAt = :now where q.name in :queues")
                    .setParameter("now", now)
                    .setParameter("queues", chunk)
                    .executeUpdate();
        }
    }

    /**
     * Closes the queue: it accepts no new tasks from now on.
     *
     * @return false if it does not exist, or is closing already
     */
    public boolean close(String name, Instant now) {
        Queue queue = em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (queue == null || queue.closingAt() != null) {
            return false;
        }
        queue.close(now);
        return true;
    }

    /** @return queues that have been closing since before a time */
    public List<String> findClosedBefore(Instant time) {
        return em.createQuery("select q.name from Queue q where q.closingAt < :time order by q.name", String.class)
                .setParameter("time", time)
                .getResultList();
    }

    /** @return queues without an admin's declaration that have been unused since before a time */
    public List<String> findUnusedSince(Instant time) {
        return em.createQuery(
                        "select q.name from Queue q where q.lastUsedAt < :time and q.declaredByAdmin = false"
                                + " and q.closingAt is null order by q.name",
                        String.class)
                .setParameter("time", time)
                .getResultList();
    }

    /** @return whether the queue is deleted from SQL: false if it remains after all */
    public boolean remove(String name) {
        Queue queue = em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (queue == null || queue.closingAt() == null || hasUnfinishedTasks(name)) {
            return false;
        }
        em.createQuery("delete from VirtualTime l where l.queue = :queue")
                .setParameter("queue", name)
                .executeUpdate();
        em.remove(queue);
        return true;
    }
}
