package dev.millrace.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads tasks for their owner; another user's task does not exist here. */
@Stateless
public class Tasks {
    @PersistenceContext
    private EntityManager em;

    public Tasks() {}

    Tasks(EntityManager em) {
        this.em = em;
    }

    /**
     * @param owner of the tasks, null = any user
     * @param before only tasks older than this one, or null
     * @param limit most tasks of the page
     * @return the matching tasks, newest first; one more than the limit if there are more
     */
    public List<Task> findMatching(UUID owner, TaskFilter filter, UUID before, int limit) {
        TaskConditions conditions = TaskConditions.of(owner, filter);
        if (before != null) {
            conditions.and("id < ?", before);
        }
        return conditions.findTasks(em, " order by id desc limit " + (limit + 1));
    }

    /**
     * @param owner of the tasks, null = any user
     * @return the ids of the first {@code max} of them, oldest first
     */
    public List<UUID> findIds(UUID owner, TaskSelection selection, int max) {
        return selection.conditions(owner).findIds(em, max);
    }

    /** @return the number of matching tasks, counted up to {@code max}; parameters as for {@link #findIds} */
    public int count(UUID owner, TaskSelection selection, int max) {
        return selection.conditions(owner).count(em, max);
    }

    /** @return the number of all users' tasks in each state; a state without tasks is left out */
    public Map<TaskState, Long> countByState() {
        Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
        em.createQuery("select t.state, count(t) from Task t group by t.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((TaskState) row[0], (Long) row[1]));
        return counts;
    }

    /**
     * @param owner of the task, null = any user
     * @throws TaskNotFound if {@code owner} has no such task
     */
    public Task find(UUID owner, UUID id) {
        Task task = em.find(Task.class, id);
        if (task == null || owner != null && !task.owner().equals(owner)) {
            throw new TaskNotFound(id);
        }
        return task;
    }

    /** Errors as for {@link #find}. */
    public TaskDetail findDetail(UUID owner, UUID id) {
        Task task = find(owner, id);
        return new TaskDetail(
                task,
                TaskParameters.load(em, task),
                TaskResults.load(em, task),
                em.createQuery("select a from Attempt a where a.taskId = :id order by a.claim", Attempt.class)
                        .setParameter("id", id)
                        .getResultList(),
                em.createQuery("select l from LogLine l where l.taskId = :id order by l.at, l.entryId", LogLine.class)
                        .setParameter("id", id)
                        .getResultList());
    }

    /** A task with all its JSON and its timeline. */
    public record TaskDetail(
            Task task, String parameters, String result, List<Attempt> attempts, List<LogLine> lines) {}
}
