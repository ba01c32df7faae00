package dev.millrace.monitoring.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The server processes there are, in SQL, so that they are known also while Redis is away. */
@Stateless
public class Nodes {
    /** How long one that does not beat counts as there. */
    static final Duration LIVENESS_TIMEOUT = Duration.ofSeconds(30);

    @PersistenceContext
    private EntityManager em;

    public Nodes() {}

    Nodes(EntityManager em) {
        this.em = em;
    }

    /** This one is there. Forgets those that have been silent. */
    public void heartbeat(LiveNode self, Instant now) {
        em.createQuery("delete from LiveNode n where n.lastSeenAt < :longAgo")
                .setParameter("longAgo", now.minus(LIVENESS_TIMEOUT))
                .executeUpdate();
        LiveNode known = em.find(LiveNode.class, self.id());
        if (known == null) {
            self.seenAt(now);
            em.persist(self);
        } else {
            known.seenAt(now);
        }
    }

    /** This one stops. */
    public void remove(String id) {
        em.createQuery("delete from LiveNode n where n.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** @return those that beat, the oldest first */
    public List<LiveNode> all(Instant now) {
        return em.createQuery(
                        "select n from LiveNode n where n.lastSeenAt >= :longAgo order by n.startedAt, n.id",
                        LiveNode.class)
                .setParameter("longAgo", now.minus(LIVENESS_TIMEOUT))
                .getResultList();
    }
}
