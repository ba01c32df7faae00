package dev.millrace.limit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The overrides of limits in SQL. */
@Stateless
public class StoredLimits {
    @PersistenceContext
    private EntityManager em;

    public StoredLimits() {}

    public StoredLimits(EntityManager em) {
        this.em = em;
    }

    /** @return by user; a user without overrides has the limits of everyone */
    public Map<UUID, UserLimitOverrides> find(Collection<UUID> owners) {
        Map<UUID, UserLimitOverrides> limits =
                owners.stream().collect(Collectors.toMap(Function.identity(), UserLimitOverrides::new));
        if (!owners.isEmpty()) {
            em.createQuery("select l from UserLimitOverrides l where l.owner in :owners", UserLimitOverrides.class)
                    .setParameter("owners", owners)
                    .getResultList()
                    .forEach(own -> limits.put(own.userId(), own));
        }
        return limits;
    }

    public List<UserLimitOverrides> all() {
        return em.createQuery("select l from UserLimitOverrides l", UserLimitOverrides.class)
                .getResultList();
    }

    /** Sets a user's limits; see {@link UserLimitOverrides#set}. */
    public UserLimitOverrides save(UUID owner, int weight, Integer maxRunning, Integer maxWaiting) {
        UserLimitOverrides limits = em.find(UserLimitOverrides.class, owner, LockModeType.PESSIMISTIC_WRITE);
        if (limits == null) {
            limits = new UserLimitOverrides(owner);
            limits.set(weight, maxRunning, maxWaiting);
            em.persist(limits);
        } else {
            limits.set(weight, maxRunning, maxWaiting);
        }
        return limits;
    }

    /** @return the number of the user's waiting tasks, counted up to {@code max} */
    public int countWaiting(UUID owner, int max) {
        Number count = (Number) em.createNativeQuery("select count(*) from (select 1 from mr_task where owner_id = ?1"
                        + " and state = 'WAITING' limit " + max + ") w")
                .setParameter(1, owner)
                .getSingleResult();
        return count.intValue();
    }
}
