package dev.millrace.task;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Loads tasks under their rows' locks, so that no other transaction changes them meanwhile. */
public final class LockedTasks {
    /**
     * All columns in EclipseLink's order of those of {@link Task}: then it finds each value of a row at once, and else
     * by comparing names.
     */
    static final String COLUMNS =
            "id, attempt, blocked, cancel_requested_at, claim, created_at, error_message, error_type,"
                    + " finished_at, has_result, log_lines, lost, owner_id, parameters, progress, progress_message, queue, queued_at,"
                    + " ready_at, result, revision, run_at, started_at, state, type, unsuited, unsuited_by, worker, workflow_id, backoff_ms,"
                    + " max_attempts, max_backoff_ms, timeout_ms, dispatch_key, due_at, parked_by, parked_key, priority, start_tag";

    private static final int MAX_PARAMETERS = 8;

    private LockedTasks() {}

    /** Locks in the order of ids, so two transactions never wait for each other. */
    public static Map<UUID, Task> loadById(EntityManager em, Collection<UUID> ids) {
        Map<UUID, Task> tasks = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Task task : tasks(withIds(em, new TreeSet<>(ids), "order by id for update"))) {
                tasks.put(task.id(), task);
            }
        }
        return tasks;
    }

    /** The next tasks in dispatch order, without those that another transaction holds. */
    public static List<Task> loadNextToDispatch(EntityManager em, String queue, int count) {
        return first(em, count, "queue = ?1 and dispatch_key >= 0", "queue, dispatch_key", queue);
    }

    /** Due delayed tasks, without those that another transaction holds. */
    public static List<Task> loadDue(EntityManager em, String queue, Instant now, int count) {
        return first(em, count, "queue = ?1 and due_at between 0 and ?2", "queue, due_at", queue, now.toEpochMilli());
    }

    /** Parked tasks of a limit, first come first, without those that another transaction holds. */
    public static List<Task> loadParked(EntityManager em, String queue, String limit, int count) {
        return first(em, count, "queue = ?1 and parked_by = ?2", "queue, parked_by, parked_key", queue, limit);
    }

    /**
     * Tasks of no workflow with this outcome from before a time, the oldest first, without those that another
     * transaction holds.
     */
    public static List<Task> loadFinished(EntityManager em, TaskState outcome, Instant before, int count) {
        return first(
                em,
                count,
                "state = '" + outcome.name() + "' and finished_at between 0 and ?1 and workflow_id is null",
                "finished_at, state",
                before.toEpochMilli() - 1);
    }

    /**
     * The first tasks in an order that no other transaction holds. The query finds them first and locks them then: H2
     * would lock all matching rows before it sorts them. Also for H2, an order names all columns of its index, and a
     * range has a lower bound, above null.
     *
     * @param condition whose parameters are {@code values}
     * @param order as in the index that serves the condition
     */
    private static List<Task> first(EntityManager em, int count, String condition, String order, Object... values) {
        int searched = count;
        while (true) {
            List<UUID> ids = ids(em, searched, condition, order, values);
            List<Task> locked = lockMatching(em, ids, condition, values);
            if (locked.size() >= count || ids.size() < searched) {
                return locked.subList(0, Math.min(count, locked.size()));
            }
            searched *= 2; // Other transactions hold some of these.
        }
    }

    private static List<UUID> ids(EntityManager em, int count, String condition, String order, Object... values) {
        Query query = em.createNativeQuery(
                "select id from mr_task where " + condition + " order by " + order + " limit ?" + (values.length + 1));
        setParameters(query, values);
        query.setParameter(values.length + 1, count);
        List<?> ids = query.getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static List<Task> lockMatching(EntityManager em, List<UUID> ids, String condition, Object... values) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Task> locked = new HashMap<>();
        Query query = withIds(em, ids, "and " + condition + " for update skip locked", values);
        tasks(query).forEach(task -> locked.put(task.id(), task));
        return ids.stream().map(locked::get).filter(Objects::nonNull).toList();
    }

    /**
     * A few ids are parameters, so that the database can reuse the statement. Many are part of its text, since
     * EclipseLink searches for each parameter among all others.
     *
     * @param rest whose parameters are {@code values}
     */
    private static Query withIds(EntityManager em, Collection<UUID> ids, String rest, Object... values) {
        boolean few = ids.size() <= MAX_PARAMETERS;
        int next = values.length + 1;
        Stream<String> list = few
                ? IntStream.range(next, next + ids.size()).mapToObj(number -> "?" + number)
                : ids.stream().map(id -> "uuid '" + id + "'");
        Query query = em.createNativeQuery(
                list.collect(Collectors.joining(",", "select " + COLUMNS + " from mr_task where id in (", ") " + rest)),
                Task.class);
        setParameters(query, values);
        if (few) {
            for (UUID id : ids) {
                query.setParameter(next++, id);
            }
        }
        return query;
    }

    private static void setParameters(Query query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
    }

    /** Deletes tasks that the caller has locked; the database's cascade deletes their other rows. */
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
