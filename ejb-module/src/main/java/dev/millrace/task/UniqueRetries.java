package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;

/**
 * Ensures uniqueness when tasks are retried, within the retrying transaction. A task with a duplicate is not retried. A
 * task with other parameters reserves the key of these, and releases its earlier one.
 */
public final class UniqueRetries {
    private final UniquenessCheck unique;
    private final Map<Task, Uniqueness> uniqueness;
    private final Map<Task, String> keys = new HashMap<>();

    /** @param uniqueness the locked tasks to retry, each with its rule from now on; null = none, the task is its own */
    public UniqueRetries(EntityManager em, Map<Task, Uniqueness> uniqueness, Instant now) {
        this.uniqueness = uniqueness;
        uniqueness.forEach((task, rule) -> {
            if (rule != null) {
                keys.put(task, UniqueKey.of(task.owner(), task.type(), rule));
            }
        });
        List<String> all = new ArrayList<>(keys.values());
        all.addAll(keysOf(em, uniqueness.keySet().stream().map(Task::id).toList()));
        unique = new UniquenessCheck(em, all, now);
    }

    /**
     * Checks one of the tasks. Without a duplicate, the task reserves its key from now on.
     *
     * @return the existing equal task, null if there is none
     */
    public UUID duplicateOf(Task task) {
        String key = keys.get(task);
        Task duplicate = key == null ? null : unique.findExisting(key);
        if (duplicate != null) {
            return duplicate.id();
        }
        unique.releaseOtherKeys(task, key);
        if (key != null) {
            unique.assign(key, uniqueness.get(task).period(), task);
        }
        return null;
    }

    /** Writes which tasks reserve which keys now. */
    public void write() {
        unique.write();
    }

    private static List<String> keysOf(EntityManager em, List<UUID> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : em.createQuery("select u.key from UniqueTask u where u.taskId in :tasks", String.class)
                        .setParameter("tasks", tasks)
                        .getResultList();
    }
}
