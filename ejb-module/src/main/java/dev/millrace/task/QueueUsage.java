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

/** Says which queues SQL still needs, and lets the others go: first a queue closes, then, when nothing is left, it is gone. */
@Stateless
public class QueueUsage {
    @PersistenceContext
    private EntityManager em;

    public QueueUsage() {}

    public QueueUsage(EntityManager em) {
        this.em = em;
    }

    /** @return the queues that unfinished tasks are in, whether they are there or not; one short look for each */
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

    /** @return whether a task is in the queue that is not finished */
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
     * Something needs these now.
     *
     * @param queues any names; those of no queue are passed over, however many there are
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
     * The queue takes nothing new from now on and is to go.
     *
     * @return false if it is not there, or going already
     */
    public boolean close(String name, Instant now) {
        Queue queue = em.find(Queue.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (queue == null || queue.closingAt() != null) {
            return false;
        }
        queue.close(now);
        return true;
    }

    /** @return queues that have been going since before a time */
    public List<String> findClosedBefore(Instant time) {
        return em.createQuery("select q.name from Queue q where q.closingAt < :time order by q.name", String.class)
                .setParameter("time", time)
                .getResultList();
    }

    /** @return queues that nothing has been seen to need since before a time, of those that no admin made */
    public List<String> findUnusedSince(Instant time) {
        return em.createQuery(
                        "select q.name from Queue q where q.lastUsedAt < :time and q.declaredByAdmin = false"
                                + " and q.closingAt is null order by q.name",
                        String.class)
                .setParameter("time", time)
                .getResultList();
    }

    /** @return whether the queue is gone from SQL: false if it stays after all */
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
