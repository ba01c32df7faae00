package dev.millrace.task;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;

/**
 * Tasks to do something to.
 *
 * @param filter which are meant
 * @param ids only these, null = all that are meant
 * @param eligibility what is to be done must be possible
 * @param unlessPriority not those that have this priority already, null = all
 * @param asOf only what was so at this time already
 */
public record TaskSelection(
        TaskFilter filter, Set<UUID> ids, Eligibility eligibility, Integer unlessPriority, Instant asOf) {
    /** @param owner whose tasks, null = anybody's */
    Conditions conditions(UUID owner) {
        Conditions conditions = Conditions.of(owner, filter);
        eligibility.addTo(conditions, asOf);
        if (ids != null) {
            conditions.idIn(ids);
        }
        if (unlessPriority != null) {
            conditions.and("priority <> ?", unlessPriority);
        }
        return conditions;
    }

    /** @return the ids of the first {@code max} of anybody's, oldest first */
    public List<UUID> ids(EntityManager em, int max) {
        return conditions(null).findIds(em, max);
    }
}
