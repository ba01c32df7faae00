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

/** Each user's limits as requests and dispatchers see them: read from SQL every few seconds, answered from memory. */
@ApplicationScoped
public class UserLimits {
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Inject
    private StoredLimits read;

    @Inject
    private LimitSettings settings;

    @Inject
    private Clock clock;

    private volatile LimitsSnapshot edition = new LimitsSnapshot(Instant.MIN, Map.of());

    private record LimitsSnapshot(Instant at, Map<UUID, UserLimitOverrides> own) {}

    public UserLimits() {}

    public UserLimits(StoredLimits read, LimitSettings settings, Clock clock) {
        this.read = read;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many shares of the workers' time, from 1 */
    public int weight(UUID owner) {
        UserLimitOverrides own = current().get(owner);
        return own == null ? 1 : own.weight();
    }

    /** @return most tasks in flight in one queue; {@link Integer#MAX_VALUE} = no limit */
    public int running(UUID owner) {
        UserLimitOverrides own = current().get(owner);
        if (own != null && own.maxRunning() != null) {
            return own.maxRunning();
        }
        return settings.runningPerUser() == 0 ? Integer.MAX_VALUE : settings.runningPerUser();
    }

    /** @return most tasks that wait */
    public int waiting(UUID owner) {
        UserLimitOverrides own = current().get(owner);
        return own != null && own.maxWaiting() != null ? own.maxWaiting() : settings.waitingPerUser();
    }

    /** @return whether any user has a limit on running tasks */
    public boolean limitRunning() {
        return settings.runningPerUser() > 0 || current().values().stream().anyMatch(own -> own.maxRunning() != null);
    }

    private Map<UUID, UserLimitOverrides> current() {
        LimitsSnapshot present = edition;
        Instant now = clock.instant();
        if (present.at().isAfter(now.minus(FRESH))) {
            return present.own();
        }
        Map<UUID, UserLimitOverrides> own =
                read.all().stream().collect(Collectors.toMap(UserLimitOverrides::owner, Function.identity()));
        edition = new LimitsSnapshot(now, own);
        return own;
    }
}
