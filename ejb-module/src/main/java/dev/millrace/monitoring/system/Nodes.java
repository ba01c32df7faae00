package dev.millrace.monitoring.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The live server processes, in SQL, so that they are known also while Redis is unavailable. */
@Stateless
public class Nodes {
    /** How long a node without a heartbeat counts as live. */
    static final Duration LIVENESS_TIMEOUT = Duration.ofSeconds(30);

    @PersistenceContext
    private EntityManager em;

    public Nodes() {}

    Nodes(EntityManager em) {
        this.em = em;
    }

    /** Writes this node's heartbeat, and removes silent nodes. */
    public void heartbeat(LiveNode self, Instant now) {
        em.createQuery("delete from LiveNode n where n.lastSeenAt < :cutoff")
                .setParameter("cutoff", now.minus(LIVENESS_TIMEOUT))
                .executeUpdate();
        LiveNode known = em.find(LiveNode.class, self.id());
        if (known == null) {
            self.seenAt(now);
            em.persist(self);
        } else {
            known.seenAt(now);
        }
    }

    /** Removes this node when it stops. */
    public void remove(String id) {
        em.createQuery("delete from LiveNode n where n.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** @return live nodes, oldest first */
    public List<LiveNode> all(Instant now) {
        return em.createQuery(
                        "select n from LiveNode n where n.lastSeenAt >= :cutoff order by n.startedAt, n.id",
                        LiveNode.class)
                .setParameter("cutoff", now.minus(LIVENESS_TIMEOUT))
                .getResultList();
    }
}
