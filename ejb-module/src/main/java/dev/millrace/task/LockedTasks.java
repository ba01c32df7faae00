package dev.millrace.task;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Loads tasks under their rows' locks, so that nothing else changes them before the transaction ends. */
public final class LockedTasks {
    private LockedTasks() {}

    /** Locks in the order of ids, so two transactions never wait for each other. */
    public static Map<UUID, Task> byId(EntityManager em, Collection<UUID> ids) {
        Map<UUID, Task> tasks = new HashMap<>();
        if (ids.isEmpty()) {
            return tasks;
        }
        List<UUID> wanted = List.copyOf(new TreeSet<>(ids));
        // Few different lengths make few different statements, which the database need not parse again.
        int length = Math.max(4, Integer.highestOneBit(2 * wanted.size() - 1));
        String marks = IntStream.rangeClosed(1, length).mapToObj(i -> "?" + i).collect(Collectors.joining(","));
        Query query = em.createNativeQuery(
                "select * from mr_task where id in (" + marks + ") order by id for update", Task.class);
        for (int i = 0; i < length; i++) {
            query.setParameter(i + 1, wanted.get(Math.min(i, wanted.size() - 1)));
        }
        for (Task task : tasks(query)) {
            tasks.put(task.id(), task);
        }
        return tasks;
    }

    /** The next tasks in dispatch order, without those that another transaction holds. */
    public static List<Task> nextToDispatch(EntityManager em, String queue, int count) {
        return tasks(em.createNativeQuery(
                        "select * from mr_task where queue = ?1 and dispatch_key is not null"
                                + " order by dispatch_key limit ?2 for update skip locked",
                        Task.class)
                .setParameter(1, queue)
                .setParameter(2, count));
    }

    /** Delayed tasks whose time has come, without those that another transaction holds. */
    public static List<Task> due(EntityManager em, String queue, Instant now, int count) {
        return tasks(em.createNativeQuery(
                        "select * from mr_task where queue = ?1 and due_at <= ?2 order by due_at limit ?3"
                                + " for update skip locked",
                        Task.class)
                .setParameter(1, queue)
                .setParameter(2, now.toEpochMilli())
                .setParameter(3, count));
    }

    /** Tasks that stand aside because of a limit, first come first, without those that another transaction holds. */
    public static List<Task> parked(EntityManager em, String queue, String limit, int count) {
        return tasks(em.createNativeQuery(
                        "select * from mr_task where queue = ?1 and parked_by = ?2 order by parked_key limit ?3"
                                + " for update skip locked",
                        Task.class)
                .setParameter(1, queue)
                .setParameter(2, limit)
                .setParameter(3, count));
    }

    /**
     * Tasks of no workflow that ended in this way before a time, the oldest first, without those that another transaction
     * holds.
     */
    public static List<UUID> finished(EntityManager em, TaskState end, Instant before, int count) {
        List<?> ids = em.createNativeQuery("select id from mr_task where state = '" + end.name()
                        + "' and finished_at < ?1 and workflow_id is null order by finished_at limit " + count
                        + " for update skip locked")
                .setParameter(1, before.toEpochMilli())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Deletes tasks that the caller has locked; the database takes along all that belongs to them. */
    public static void delete(EntityManager em, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createQuery("delete from Task t where t.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked")
    static List<Task> tasks(Query query) {
        return query.getResultList();
    }
}
