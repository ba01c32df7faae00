package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.node.NodeLog;

/**
 * Times of the workers' heartbeats by this server's clock, and the warnings that it has already logged about them.
 * Thread-safe.
 */
final class HeartbeatTracker {
    private static final Logger LOG = NodeLog.of(HeartbeatTracker.class);
    /** Difference of a worker's clock above which this server warns. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Observation> observations = new ConcurrentHashMap<>();
    private final Map<String, Instant> missingFor = new ConcurrentHashMap<>();
    private final Set<String> reportUnreadable = ConcurrentHashMap.newKeySet();

    private record Observation(Instant sentAt, Instant receivedAt, Duration offset) {
        boolean isOff() {
            return offset.abs().compareTo(CLOCK_TOLERANCE) > 0;
        }
    }

    HeartbeatTracker(Clock clock) {
        this.clock = clock;
    }

    /**
     * @return the same heartbeat with times of this server's clock: when it first saw it, and the worker's start by
     *     that clock
     */
    WorkerHeartbeat adjusted(WorkerHeartbeat heartbeat) {
        String id = heartbeat.worker();
        missingFor.remove(id);
        reportUnreadable.remove(id);
        Instant now = clock.instant();
        Observation earlier = observations.get(id);
        Observation latest = earlier != null && earlier.sentAt().equals(heartbeat.at())
                ? earlier
                : new Observation(heartbeat.at(), now, Duration.between(heartbeat.at(), now));
        observations.put(id, latest);
        if (latest.isOff() && (earlier == null || !earlier.isOff())) {
            LOG.log(
                    Level.WARNING,
                    "Clock of worker {0} on {1} is off by {2}",
                    id,
                    heartbeat.host(),
                    latest.offset().negated());
        }
        Instant startedAt = latest.isOff() ? heartbeat.startedAt().plus(latest.offset()) : heartbeat.startedAt();
        return heartbeat.withTimes(startedAt, latest.receivedAt());
    }

    /** Logs once that a worker's heartbeat is unreadable, until it is readable again. */
    void reportUnreadable(String id, String reason) {
        if (reportUnreadable.add(id)) {
            LOG.log(Level.WARNING, "Unreadable heartbeat of worker {0}: {1}", id, reason);
        }
    }

    /** @return how long a worker has had no heartbeat, by this server's clock */
    Duration missingFor(String id) {
        Instant now = clock.instant();
        return Duration.between(missingFor.computeIfAbsent(id, name -> now), now);
    }

    /** Removes the observations of all other workers. */
    void retain(Set<String> ids) {
        observations.keySet().retainAll(ids);
        missingFor.keySet().retainAll(ids);
        reportUnreadable.retainAll(ids);
    }
}
