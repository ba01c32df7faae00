package dev.millrace.task;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/** Reads tasks for their owner; another user's task does not exist here. */
@Stateless
public class FindTasks {
    @PersistenceContext
    private EntityManager em;

    public FindTasks() {}

    FindTasks(EntityManager em) {
        this.em = em;
    }

    /** @return the matching tasks, newest first; one more than the limit if there are more */
    public List<Task> matching(UUID owner, TaskFilter filter) {
        CriteriaBuilder is = em.getCriteriaBuilder();
        CriteriaQuery<Task> query = is.createQuery(Task.class);
        Root<Task> task = query.from(Task.class);
        query.where(conditions(owner, filter, is, task).toArray(Predicate[]::new));
        query.orderBy(is.desc(task.get("id")));
        TypedQuery<Task> typed = em.createQuery(query);
        return typed.setMaxResults(filter.limit() + 1).getResultList();
    }

    /** @return how many tasks of all users are in each state; a state without tasks is left out */
    public Map<TaskState, Long> countByState() {
        Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
        em.createQuery("select t.state, count(t) from Task t group by t.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((TaskState) row[0], (Long) row[1]));
        return counts;
    }

    /**
     * @param owner whose task it must be, null = anybody's
     * @throws TaskNotFound if {@code owner} has no such task
     */
    public Task one(UUID owner, UUID id) {
        Task task = em.find(Task.class, id);
        if (task == null || owner != null && !task.owner().equals(owner)) {
            throw new TaskNotFound(id);
        }
        return task;
    }

    /** Errors as for {@link #one}. */
    public Story story(UUID owner, UUID id) {
        Task task = one(owner, id);
        return new Story(
                task,
                Parameters.of(em, task),
                task.result() != null || !task.hasResult()
                        ? task.result()
                        : em.find(Payload.class, new Payload.Key(id, Payload.RESULT))
                                .body(),
                em.createQuery("select a from Attempt a where a.taskId = :id order by a.claim", Attempt.class)
                        .setParameter("id", id)
                        .getResultList(),
                em.createQuery("select l from LogLine l where l.taskId = :id order by l.at, l.entryId", LogLine.class)
                        .setParameter("id", id)
                        .getResultList());
    }

    private static List<Predicate> conditions(UUID owner, TaskFilter filter, CriteriaBuilder is, Root<Task> task) {
        List<Predicate> all = new ArrayList<>();
        all.add(is.equal(task.get("owner"), owner));
        if (!filter.states().isEmpty()) {
            all.add(task.get("state").in(filter.states()));
        }
        if (filter.type() != null) {
            all.add(is.equal(task.get("type"), filter.type()));
        }
        if (filter.from() != null) {
            all.add(is.greaterThanOrEqualTo(task.get("createdAt"), filter.from()));
        }
        if (filter.to() != null) {
            all.add(is.lessThan(task.get("createdAt"), filter.to()));
        }
        if (filter.before() != null) {
            all.add(is.lessThan(task.get("id"), filter.before()));
        }
        if (filter.text() != null) {
            String pattern = "%"
                    + filter.text()
                            .toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_")
                    + "%";
            all.add(is.or(
                    is.like(is.lower(task.get("type")), pattern, '!'),
                    is.like(is.lower(task.get("parameters")), pattern, '!'),
                    is.like(is.lower(task.get("errorMessage")), pattern, '!')));
        }
        return all;
    }

    /** A task with all its JSON and all that happened to it. */
    public record Story(Task task, String parameters, String result, List<Attempt> attempts, List<LogLine> lines) {}
}
