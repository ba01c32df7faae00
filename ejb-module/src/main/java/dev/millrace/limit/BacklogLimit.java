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
 * Keeps a user from letting too much wait. Counted in SQL now and then, and more often the nearer the limit is; in
 * between, what this node has taken is added. Several nodes together may let a little more through.
 */
@ApplicationScoped
public class BacklogLimit {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration FRESH_NEAR_LIMIT = Duration.ofSeconds(1);
    private static final int PRUNE_ABOVE = 10_000;

    @Inject
    private StoredLimits read;

    @Inject
    private UserLimits limits;

    @Inject
    private Clock clock;

    private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

    private record Count(int waiting, Instant at) {}

    public BacklogLimit() {}

    public BacklogLimit(StoredLimits read, UserLimits limits, Clock clock) {
        this.read = read;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws BacklogFull if so many more would be too many */
    public void admit(UUID owner, int more) {
        int max = limits.waiting(owner);
        Instant now = clock.instant();
        Count taken = counts.compute(
                owner,
                (id, last) -> last == null || mustCount(last, more, max, now)
                        ? new Count(read.waiting(id, max) + more, now)
                        : new Count(last.waiting() + more, last.at()));
        if (taken.waiting() > max) {
            counts.computeIfPresent(owner, (id, count) -> new Count(count.waiting() - more, count.at()));
            throw new BacklogFull(max);
        }
        if (counts.size() > PRUNE_ABOVE) {
            counts.values().removeIf(count -> count.at().plus(FRESH).isBefore(now));
        }
    }

    private static boolean mustCount(Count last, int more, int max, Instant now) {
        Duration fresh = last.waiting() + more > max ? FRESH_NEAR_LIMIT : FRESH;
        return !last.at().plus(fresh).isAfter(now);
    }
}
