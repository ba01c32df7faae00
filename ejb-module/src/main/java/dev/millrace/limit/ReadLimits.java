package dev.millrace.limit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The users' own limits in SQL. */
@Stateless
public class ReadLimits {
    @PersistenceContext
    private EntityManager em;

    public ReadLimits() {}

    public ReadLimits(EntityManager em) {
        this.em = em;
    }

    public Optional<OwnerLimits> of(UUID owner) {
        return Optional.ofNullable(em.find(OwnerLimits.class, owner));
    }

    public List<OwnerLimits> all() {
        return em.createQuery("select l from OwnerLimits l", OwnerLimits.class).getResultList();
    }

    /** Sets a user's limits; see {@link OwnerLimits#set}. */
    public OwnerLimits set(UUID owner, int weight, Integer maxRunning, Integer maxWaiting) {
        OwnerLimits limits = em.find(OwnerLimits.class, owner, LockModeType.PESSIMISTIC_WRITE);
        if (limits == null) {
            limits = new OwnerLimits(owner);
            limits.set(weight, maxRunning, maxWaiting);
            em.persist(limits);
        } else {
            limits.set(weight, maxRunning, maxWaiting);
        }
        return limits;
    }

    /** @return the user's tasks that wait, counted up to {@code max} */
    public int waiting(UUID owner, int max) {
        Number count = (Number) em.createNativeQuery("select count(*) from (select 1 from mr_task where owner_id = ?1"
                        + " and state = 'WAITING' limit " + max + ") w")
                .setParameter(1, owner)
                .getSingleResult();
        return count.intValue();
    }
}
