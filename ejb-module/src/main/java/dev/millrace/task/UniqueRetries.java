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
    private final Map<Task, Uniqueness> wanted;
    private final Map<Task, String> keys = new HashMap<>();

    /**
     * @param wanted the locked tasks that are to be tried again, each with what is asked for from now on; null = nothing, the
     *     task is its own
     */
    public UniqueRetries(EntityManager em, Map<Task, Uniqueness> wanted, Instant now) {
        this.wanted = wanted;
        wanted.forEach((task, uniqueness) -> {
            if (uniqueness != null) {
                keys.put(task, UniqueKey.of(task.owner(), task.type(), uniqueness));
            }
        });
        List<String> all = new ArrayList<>(keys.values());
        all.addAll(keysOf(em, wanted.keySet().stream().map(Task::id).toList()));
        unique = new UniquenessCheck(em, all, now);
    }

    /**
     * Asks for one of the tasks. If there is no twin, the task stands for its wish from now on.
     *
     * @return the task that stands for the same wish, null if there is none
     */
    public UUID twinOf(Task task) {
        String key = keys.get(task);
        Task twin = key == null ? null : unique.standingFor(key);
        if (twin != null) {
            return twin.id();
        }
        unique.forgetOthers(task, key);
        if (key != null) {
            unique.choose(key, wanted.get(task).lasts(), task);
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
