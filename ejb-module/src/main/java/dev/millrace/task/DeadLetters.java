package dev.millrace.task;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

/** The tasks that failed for good, in groups of the same type and the same kind of error. */
@Stateless
public class DeadLetters {
    private static final int MAX_GROUPS = 200;

    @PersistenceContext
    private EntityManager em;

    public DeadLetters() {}

    DeadLetters(EntityManager em) {
        this.em = em;
    }

    /**
     * Tasks that failed in the same way.
     *
     * @param firstAt time of the first failure
     * @param newest the task that failed last
     */
    public record Group(String type, String errorType, long count, Instant firstAt, Task newest) {}

    /** @return of all users' tasks, the largest group first */
    public List<Group> groups() {
        return groups(em.createQuery(selected(""), Object[].class));
    }

    /**
     * Only the failures of a period.
     *
     * @param from at or after
     * @param to before
     */
    public List<Group> groups(Instant from, Instant to) {
        return groups(em.createQuery(selected(" and t.finishedAt >= :from and t.finishedAt < :to"), Object[].class)
                .setParameter("from", from)
                .setParameter("to", to));
    }

    private static String selected(String condition) {
        return "select t.type, t.errorType, count(t), min(t.finishedAt), max(t.finishedAt) from Task t"
                + " where t.state = :failed" + condition
                + " group by t.type, t.errorType order by count(t) desc, t.type, t.errorType";
    }

    private List<Group> groups(TypedQuery<Object[]> query) {
        return query.setParameter("failed", TaskState.FAILED)
                .setMaxResults(MAX_GROUPS)
                .getResultStream()
                .map(row -> new Group(
                        (String) row[0],
                        (String) row[1],
                        (Long) row[2],
                        (Instant) row[3],
                        newest((String) row[0], (String) row[1], (Instant) row[4])))
                .toList();
    }

    private Task newest(String type, String errorType, Instant finishedAt) {
        TaskFilter alike = new TaskFilter(Set.of(TaskState.FAILED), type, null, null, errorType, null, null, null);
        return TaskConditions.of(null, alike)
                .and("finished_at = ?", finishedAt.toEpochMilli())
                .findTasks(em, " order by id desc limit 1")
                .get(0);
    }
}
