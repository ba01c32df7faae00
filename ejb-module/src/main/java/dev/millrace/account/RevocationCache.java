package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Whether tokens still count, for every call: what {@link RevocationCheck} has said is believed for a moment. A revocation is
 * heeded on this node at once and on the others after {@link #BELIEVED}.
 */
@ApplicationScoped
public class RevocationCache {
    static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<UUID, Instant> good = new ConcurrentHashMap<>();
    private RevocationCheck standing;
    private Clock clock;

    /** For the container. */
    protected RevocationCache() {}

    @Inject
    public RevocationCache(RevocationCheck standing, Clock clock) {
        this.standing = standing;
        this.clock = clock;
    }

    /** @param origin what the token came from, its claim {@code sid} */
    public boolean isOn(UUID origin) {
        Instant now = clock.instant();
        Instant until = good.get(origin);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        if (!standing.isOn(origin)) {
            good.remove(origin);
            return false;
        }
        if (good.size() >= MOST_REMEMBERED) {
            good.clear();
        }
        good.put(origin, now.plus(BELIEVED));
        return true;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked revoked) {
        good.remove(revoked.signIn());
    }
}
