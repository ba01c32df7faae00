package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The addresses from where users sign in. {@link LoginThrottle} spares them. */
@Stateless
public class UsualAddresses {
    static final int MAX_PER_USER = 20;
    static final Duration MEMORY = Duration.ofDays(180);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    public UsualAddresses() {}

    UsualAddresses(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Remembers an address, and forgets the one that was not used for the longest time if there are too many. The caller
     * holds the user's row.
     *
     * @param address null if unknown, which is not remembered
     */
    public void remember(UUID user, String address) {
        String network = Network.of(address);
        if (network.isEmpty()) {
            return;
        }
        List<UsualAddress> known = em.createQuery(
                        "select a from UsualAddress a where a.userId = :user order by a.lastUsedAt desc",
                        UsualAddress.class)
                .setParameter("user", user)
                .getResultList();
        UsualAddress used = known.stream()
                .filter(one -> one.network().equals(network))
                .findFirst()
                .orElseGet(() -> new UsualAddress(user, network));
        used.use(clock.instant());
        if (!known.contains(used)) {
            known.stream().skip(MAX_PER_USER - 1).forEach(em::remove);
            em.persist(used);
        }
    }

    /** @return whether the user has signed in from there lately, or has a session there; false for an unknown user */
    public boolean contains(String username, String address) {
        if (username == null || address == null) {
            return false;
        }
        Instant now = clock.instant();
        return isRemembered(User.key(username), Network.of(address), now.minus(MEMORY))
                || hasSession(User.key(username), address, now);
    }

    private boolean isRemembered(String usernameKey, String network, Instant since) {
        return em.createQuery(
                                "select count(a) from UsualAddress a, User u where u.usernameKey = :name"
                                        + " and a.userId = u.id and a.network = :network and a.lastUsedAt > :since",
                                Long.class)
                        .setParameter("name", usernameKey)
                        .setParameter("network", network)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }

    private boolean hasSession(String usernameKey, String address, Instant now) {
        return em.createQuery(
                                "select count(s) from Session s, User u where u.usernameKey = :name"
                                        + " and s.userId = u.id and s.address = :address and s.expiresAt > :now",
                                Long.class)
                        .setParameter("name", usernameKey)
                        .setParameter("address", address)
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }
}
