package dev.millrace.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.Task;

/** The tasks that workers run, with their owners. */
@Stateless
public class RunningTasks {
    @PersistenceContext
    private EntityManager em;

    public RunningTasks() {}

    RunningTasks(EntityManager em) {
        this.em = em;
    }

    /**
     * A task that a worker holds.
     *
     * @param username its owner's name; null if that account is deleted
     */
    public record TaskWithOwner(Task task, String username) {}

    /** @return those of the tasks that exist, by id */
    public Map<UUID, TaskWithOwner> find(Collection<UUID> ids) {
        Map<UUID, TaskWithOwner> held = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery(
                            "select t, u.username from Task t left join User u on u.id = t.owner where t.id in :ids",
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> held.put(((Task) row[0]).id(), new TaskWithOwner((Task) row[0], (String) row[1])));
        }
        return held;
    }
}
