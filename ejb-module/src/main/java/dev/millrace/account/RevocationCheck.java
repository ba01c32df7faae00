package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Checks whether a token's origin, its claim {@code sid}, still exists: a session or an API token. Reads SQL. */
@Stateless
public class RevocationCheck {
    /** Precision of an API token's time of last use. */
    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    public RevocationCheck() {}

    RevocationCheck(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** @return whether it is neither revoked nor expired, and its account not disabled */
    public boolean isValid(UUID sid) {
        return exists("Session", sid) || exists("ApiToken", sid) && recordUse(sid);
    }

    private boolean exists(String entity, UUID id) {
        return em.createQuery(
                                "select count(o) from " + entity + " o, User u where o.id = :id and o.expiresAt > :now"
                                        + " and u.id = o.userId and u.disabled = false",
                                Long.class)
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .getSingleResult()
                > 0;
    }

    private boolean recordUse(UUID token) {
        Instant now = clock.instant();
        em.createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id"
                        + " and (t.lastUsedAt is null or t.lastUsedAt < :before)")
                .setParameter("now", now)
                .setParameter("id", token)
                .setParameter("before", now.minus(LAST_USED_PRECISION))
                .executeUpdate();
        return true;
    }
}
