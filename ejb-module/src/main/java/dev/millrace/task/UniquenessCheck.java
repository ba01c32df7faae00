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
 * Finds the tasks that reserve unique keys, within one submitting transaction. It locks and creates rows in the order
 * of their keys, so two submissions never wait for each other.
 */
final class UniquenessCheck {
    private final EntityManager em;
    private final Instant now;
    private final Map<String, UniqueTask> known = new HashMap<>();
    private final Map<String, Task> existing = new HashMap<>();
    private final Map<String, Task> assigned = new TreeMap<>();
    private final Map<String, Duration> periods = new HashMap<>();

    /** @param keys of all requests that this transaction will check */
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

    /** A failed or cancelled task does not prevent another submission. */
    private void loadExisting(String key, UniqueTask row) {
        Task task = row.isExpired(now) ? null : em.find(Task.class, row.taskId());
        if (task != null && task.state() != TaskState.FAILED && task.state() != TaskState.CANCELLED) {
            existing.put(key, task);
        }
    }

    /**
     * @return the existing equal task, null if there is none
     * @throws TaskNotUnique if there is one, and the rule rejects repetitions
     */
    Task findExisting(String key, TaskPlan plan) {
        Task task = findExisting(key);
        if (task != null && plan.uniqueness().reject()) {
            throw new TaskNotUnique(task.id());
        }
        return task;
    }

    /** @return the task that reserves the key, null if there is none */
    Task findExisting(String key) {
        return existing.get(key);
    }

    /** The task reserves no key any more, except perhaps one. */
    void releaseOtherKeys(Task task, String except) {
        known.entrySet().removeIf(entry -> {
            boolean isReleased = entry.getValue().taskId().equals(task.id())
                    && !entry.getKey().equals(except);
            if (isReleased) {
                em.detach(entry.getValue());
                delete(entry.getKey());
            }
            return isReleased;
        });
    }

    /** From now on this task reserves the key. */
    void assign(String key, Duration lasts, Task task) {
        existing.put(key, task);
        assigned.put(key, task);
        periods.put(key, lasts);
    }

    boolean hasChanges() {
        return !assigned.isEmpty();
    }

    /** Writes the reservations; the tasks are in the database. */
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
