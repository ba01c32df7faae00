package dev.millrace.task;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;

/**
 * The tasks of an operation.
 *
 * @param filter condition for them
 * @param ids only these, null = all matching ones
 * @param operation the operation must be possible
 * @param unlessPriority not tasks with this priority, null = all
 * @param asOf only tasks that were in this state at this time already
 */
public record TaskSelection(
        TaskFilter filter, Set<UUID> ids, PermittedOperation operation, Integer unlessPriority, Instant asOf) {
    /** @param owner of the tasks, null = any user */
    TaskConditions conditions(UUID owner) {
        TaskConditions conditions = TaskConditions.of(owner, filter);
        operation.addTo(conditions, asOf);
        if (ids != null) {
            conditions.idIn(ids);
        }
        if (unlessPriority != null) {
            conditions.and("priority <> ?", unlessPriority);
        }
        return conditions;
    }

    /** @return the ids of the first {@code max} of any user's, oldest first */
    public List<UUID> ids(EntityManager em, int max) {
        return conditions(null).findIds(em, max);
    }
}
