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
 * Decides for every call whether a token is revoked, and caches the answers of {@link RevocationCheck} for a moment. A
 * revocation takes effect on this node at once and on the others after {@link #CACHE_TTL}.
 */
@ApplicationScoped
public class RevocationCache {
    static final Duration CACHE_TTL = Duration.ofSeconds(3);
    private static final int MAX_ENTRIES = 100_000;

    private final Map<UUID, Instant> validUntil = new ConcurrentHashMap<>();
    private RevocationCheck check;
    private Clock clock;

    /** For the container. */
    protected RevocationCache() {}

    @Inject
    public RevocationCache(RevocationCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** @param sid origin of the token, its claim {@code sid} */
    public boolean isValid(UUID sid) {
        Instant now = clock.instant();
        Instant until = validUntil.get(sid);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        if (!check.isValid(sid)) {
            validUntil.remove(sid);
            return false;
        }
        if (validUntil.size() >= MAX_ENTRIES) {
            validUntil.clear();
        }
        validUntil.put(sid, now.plus(CACHE_TTL));
        return true;
    }

    void evict(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked revoked) {
        validUntil.remove(revoked.sid());
    }
}
