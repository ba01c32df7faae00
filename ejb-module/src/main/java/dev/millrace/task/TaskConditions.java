package dev.millrace.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import dev.millrace.platform.persistence.LikePattern;

/** Conditions on tasks, in SQL: the same for lists, counts and changes. */
final class TaskConditions {
    private final StringJoiner where = new StringJoiner(" and ").setEmptyValue("1 = 1");
    private final List<Object> values = new ArrayList<>();

    /** @param owner of the tasks, null = any user */
    static TaskConditions of(UUID owner, TaskFilter filter) {
        TaskConditions all = new TaskConditions();
        all.andUnlessNull("owner_id = ?", owner);
        if (!filter.states().isEmpty()) {
            all.stateIn(filter.states());
        }
        all.andUnlessNull("type = ?", filter.type());
        all.andUnlessNull("queue = ?", filter.queue());
        all.andUnlessNull("worker = ?", filter.worker());
        all.andUnlessNull("error_type = ?", filter.errorType());
        all.andUnlessNull(
                "created_at >= ?", filter.from() == null ? null : filter.from().toEpochMilli());
        all.andUnlessNull(
                "created_at < ?", filter.to() == null ? null : filter.to().toEpochMilli());
        if (filter.text() != null) {
            String pattern = LikePattern.containing(filter.text());
            all.and(
                    "(lower(type) like ? escape '!' or lower(parameters) like ? escape '!'"
                            + " or lower(error_message) like ? escape '!')",
                    pattern,
                    pattern,
                    pattern);
        }
        return all;
    }

    /** @param condition with a question mark for each of {@code parameters} */
    TaskConditions and(String condition, Object... parameters) {
        StringBuilder numbered = new StringBuilder();
        int next = 0;
        for (char c : condition.toCharArray()) {
            numbered.append(c);
            if (c == '?') {
                values.add(parameters[next++]);
                numbered.append(values.size());
            }
        }
        where.add(numbered);
        return this;
    }

    TaskConditions stateIn(Collection<TaskState> states) {
        return and(states.stream()
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(",", "state in (", ")")));
    }

    TaskConditions idIn(Collection<UUID> ids) {
        return and(ids.stream().map(id -> "?").collect(Collectors.joining(",", "id in (", ")")), ids.toArray());
    }

    /** The tasks that match. */
    List<Task> findTasks(EntityManager em, String orderAndLimit) {
        return LockedTasks.tasks(withParameters(em.createNativeQuery(
                "select " + LockedTasks.COLUMNS + " from mr_task where " + where + orderAndLimit, Task.class)));
    }

    /** The ids of the first so many, oldest first. */
    List<UUID> findIds(EntityManager em, int max) {
        List<?> ids = withParameters(
                        em.createNativeQuery("select id from mr_task where " + where + " order by id limit " + max))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** The number of matches, counted up to {@code max}. */
    int count(EntityManager em, int max) {
        Number count = (Number) withParameters(em.createNativeQuery(
                        "select count(*) from (select 1 from mr_task where " + where + " limit " + max + ") t"))
                .getSingleResult();
        return count.intValue();
    }

    private void andUnlessNull(String condition, Object value) {
        if (value != null) {
            and(condition, value);
        }
    }

    private Query withParameters(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
