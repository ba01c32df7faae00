package dev.millrace.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import dev.millrace.platform.persistence.LikePattern;

/** Reads the audit log. */
@Stateless
public class FindAuditEntries {
    @PersistenceContext
    private EntityManager em;

    public FindAuditEntries() {}

    FindAuditEntries(EntityManager em) {
        this.em = em;
    }

    /**
     * @param before only entries older than this one, or null
     * @return the matching entries, newest first; one more than the limit if there are more
     */
    public List<AuditEntry> matching(AuditFilter filter, UUID before, int limit) {
        StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        Map<String, Object> values = new HashMap<>();
        if (filter.actor() != null) {
            where.add("lower(e.actor) = :actor");
            values.put("actor", filter.actor().toLowerCase(Locale.ROOT));
        }
        if (filter.action() != null) {
            where.add("(e.action = :action or e.action like :kind escape '!')");
            values.put("action", filter.action());
            values.put("kind", LikePattern.escape(filter.action()) + ".%");
        }
        if (filter.text() != null) {
            where.add("(lower(e.target) like :text escape '!' or lower(e.details) like :text escape '!')");
            values.put("text", LikePattern.containing(filter.text()));
        }
        if (filter.from() != null) {
            where.add("e.at >= :from");
            values.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.add("e.at < :to");
            values.put("to", filter.to());
        }
        if (before != null) {
            where.add("e.id < :before");
            values.put("before", before);
        }
        TypedQuery<AuditEntry> query =
                em.createQuery("select e from AuditEntry e" + where + " order by e.id desc", AuditEntry.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }
}
