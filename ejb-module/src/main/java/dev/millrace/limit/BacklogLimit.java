package dev.millrace.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Admission control: rejects tasks of a user with too many waiting ones. Counts in SQL at intervals, shorter ones near the limit, and adds the tasks that this node has accepted since. Several nodes together may accept a few more.
 */
@ApplicationScoped
public class BacklogLimit {
    private static final Duration CACHE_TTL = Duration.ofSeconds(30);
    private static final Duration CACHE_TTL_NEAR_LIMIT = Duration.ofSeconds(1);
    private static final int MAX_ENTRIES = 10_000;

    private StoredLimits stored;
    private UserLimits limits;
    private Clock clock;

    private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

    private record Count(int waiting, Instant at) {}

    /** For the container. */
    protected BacklogLimit() {}

    @Inject
    public BacklogLimit(StoredLimits stored, UserLimits limits, Clock clock) {
        this.stored = stored;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws BacklogFull if the limit would be exceeded */
    public void admit(UUID owner, int added) {
        int max = limits.maxWaiting(owner);
        Instant now = clock.instant();
        Count taken = counts.compute(
                owner,
                (id, last) -> last == null || mustRecount(last, added, max, now)
                        ? new Count(stored.countWaiting(id, max) + added, now)
                        : new Count(last.waiting() + added, last.at()));
        if (taken.waiting() > max) {
            counts.computeIfPresent(owner, (id, count) -> new Count(count.waiting() - added, count.at()));
            throw new BacklogFull(max);
        }
        if (counts.size() > MAX_ENTRIES) {
            counts.values().removeIf(count -> count.at().plus(CACHE_TTL).isBefore(now));
        }
    }

    private static boolean mustRecount(Count last, int added, int max, Instant now) {
        Duration ttl = last.waiting() + added > max ? CACHE_TTL_NEAR_LIMIT : CACHE_TTL;
        return !last.at().plus(ttl).isAfter(now);
    }
}
