package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;

/**
 * Keeps wishes unique when tasks get another try, within the transaction that does it: a task whose wish another one stands
 * for gets none, and one that is tried with other parameters stands for these, and for the earlier ones no more.
 */
public final class UniqueRetries {
    private final UniquenessCheck unique;
    private final Map<Task, Uniqueness> uniqueness;
    private final Map<Task, String> keys = new HashMap<>();

    /**
     * @param uniqueness the locked tasks that are to be tried again, each with what is asked for from now on; null = nothing, the
     *     task is its own
     */
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
     * Asks for one of the tasks. If there is no twin, the task stands for its wish from now on.
     *
     * @return the task that stands for the same wish, null if there is none
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

    /** Writes down which tasks stand for which wishes now. */
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
