package dev.millrace.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Each user's limits as requests and dispatchers see them: it reads them from SQL every few seconds and answers from
 * memory.
 */
@ApplicationScoped
public class UserLimits {
    private static final Duration CACHE_TTL = Duration.ofSeconds(2);

    private StoredLimits stored;
    private LimitSettings settings;
    private Clock clock;

    private volatile LimitsSnapshot snapshot = new LimitsSnapshot(Instant.MIN, Map.of());

    private record LimitsSnapshot(Instant at, Map<UUID, UserLimitOverrides> overrides) {}

    /** For the container. */
    protected UserLimits() {}

    @Inject
    public UserLimits(StoredLimits stored, LimitSettings settings, Clock clock) {
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many shares of the workers' time, from 1 */
    public int weight(UUID owner) {
        UserLimitOverrides overrides = current().get(owner);
        return overrides == null ? 1 : overrides.weight();
    }

    /** @return most tasks in flight in one queue; {@link Integer#MAX_VALUE} = no limit */
    public int maxRunning(UUID owner) {
        UserLimitOverrides overrides = current().get(owner);
        if (overrides != null && overrides.maxRunning() != null) {
            return overrides.maxRunning();
        }
        return settings.runningPerUser() == 0 ? Integer.MAX_VALUE : settings.runningPerUser();
    }

    /** @return most waiting tasks */
    public int maxWaiting(UUID owner) {
        UserLimitOverrides overrides = current().get(owner);
        return overrides != null && overrides.maxWaiting() != null ? overrides.maxWaiting() : settings.waitingPerUser();
    }

    /** @return whether any user has a limit on running tasks */
    public boolean anyLimitOnRunning() {
        return settings.runningPerUser() > 0
                || current().values().stream().anyMatch(overrides -> overrides.maxRunning() != null);
    }

    private Map<UUID, UserLimitOverrides> current() {
        LimitsSnapshot cached = snapshot;
        Instant now = clock.instant();
        if (cached.at().isAfter(now.minus(CACHE_TTL))) {
            return cached.overrides();
        }
        Map<UUID, UserLimitOverrides> overrides =
                stored.all().stream().collect(Collectors.toMap(UserLimitOverrides::userId, Function.identity()));
        snapshot = new LimitsSnapshot(now, overrides);
        return overrides;
    }
}
