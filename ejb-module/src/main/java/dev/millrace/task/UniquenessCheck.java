package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/**
 * Finds the tasks that stand for wishes which have to be unique, within one submitting transaction. Rows are locked and
 * made in the order of their keys, so two submissions never wait for each other.
 */
final class UniquenessCheck {
    private final EntityManager em;
    private final Instant now;
    private final Map<String, UniqueTask> known = new HashMap<>();
    private final Map<String, Task> existing = new HashMap<>();
    private final Map<String, Task> assigned = new TreeMap<>();
    private final Map<String, Duration> periods = new HashMap<>();

    /** @param keys of all wishes that this transaction will ask about */
    UniquenessCheck(EntityManager em, List<String> keys, Instant now) {
        this.em = em;
        this.now = now;
        SortedSet<String> inOrder = new TreeSet<>(keys);
        for (String key : inOrder) {
            UniqueTask row = em.find(UniqueTask.class, key, LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                known.put(key, row);
                loadExisting(key, row);
            }
        }
    }

    /** A task that came to nothing does not stand in the way of another try. */
    private void loadExisting(String key, UniqueTask row) {
        Task task = row.isExpired(now) ? null : em.find(Task.class, row.taskId());
        if (task != null && task.state() != TaskState.FAILED && task.state() != TaskState.CANCELLED) {
            existing.put(key, task);
        }
    }

    /**
     * @return the task that stands for the wish, null if none does
     * @throws TaskNotUnique if one does, and the wish is to be refused then
     */
    Task findExisting(String key, TaskPlan plan) {
        Task task = findExisting(key);
        if (task != null && plan.uniqueness().reject()) {
            throw new TaskNotUnique(task.id());
        }
        return task;
    }

    /** @return the task that stands for the wish, null if none does */
    Task findExisting(String key) {
        return existing.get(key);
    }

    /** The task stands for no wish any more, except perhaps one. */
    void releaseOtherKeys(Task task, String except) {
        known.entrySet().removeIf(entry -> {
            boolean forgotten = entry.getValue().taskId().equals(task.id())
                    && !entry.getKey().equals(except);
            if (forgotten) {
                em.detach(entry.getValue());
                delete(entry.getKey());
            }
            return forgotten;
        });
    }

    /** From now on this task stands for the wish. */
    void assign(String key, Duration lasts, Task task) {
        existing.put(key, task);
        assigned.put(key, task);
        periods.put(key, lasts);
    }

    boolean hasChanges() {
        return !assigned.isEmpty();
    }

    /** Writes down what was chosen; the tasks are in the database. */
    void write() {
        assigned.forEach((key, task) -> {
            Instant end = now.plus(periods.get(key));
            UniqueTask row = known.get(key);
            if (row == null) {
                insert(key, task.id(), end);
            } else {
                row.assign(task.id(), end);
            }
        });
    }

    private void delete(String key) {
        em.createNativeQuery("delete from mr_unique_task where unique_key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    private void insert(String key, UUID task, Instant end) {
        em.createNativeQuery("insert into mr_unique_task (unique_key, task_id, expires_at) values (?1, ?2, ?3)")
                .setParameter(1, key)
                .setParameter(2, task)
                .setParameter(3, end.toEpochMilli())
                .executeUpdate();
    }
}
