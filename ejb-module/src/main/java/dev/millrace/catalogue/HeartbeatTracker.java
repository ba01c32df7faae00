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

/** When this server saw what workers say, by its own clock, and what it has told of them already. Thread-safe. */
final class HeartbeatTracker {
    private static final Logger LOG = NodeLog.of(HeartbeatTracker.class);
    /** By how much a worker's clock may differ before that is told. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Observation> beats = new ConcurrentHashMap<>();
    private final Map<String, Instant> missing = new ConcurrentHashMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    private record Observation(Instant said, Instant seen, Duration offset) {
        boolean isOff() {
            return offset.abs().compareTo(TOLERANCE) > 0;
        }
    }

    HeartbeatTracker(Clock clock) {
        this.clock = clock;
    }

    /** @return the same with times of this server's clock: when it first saw it, and since when the worker has run by that */
    WorkerHeartbeat seen(WorkerHeartbeat beat) {
        String id = beat.worker();
        missing.remove(id);
        unreadable.remove(id);
        Instant now = clock.instant();
        Observation earlier = beats.get(id);
        Observation latest = earlier != null && earlier.said().equals(beat.at())
                ? earlier
                : new Observation(beat.at(), now, Duration.between(beat.at(), now));
        beats.put(id, latest);
        if (latest.isOff() && (earlier == null || !earlier.isOff())) {
            LOG.log(
                    Level.WARNING,
                    "the clock of worker {0} on {1} is off by {2}",
                    id,
                    beat.host(),
                    latest.offset().negated());
        }
        Instant startedAt = latest.isOff() ? beat.startedAt().plus(latest.offset()) : beat.startedAt();
        return beat.at(startedAt, latest.seen());
    }

    /** Tells once that a worker's heartbeat cannot be read, until it can be again. */
    void unreadable(String id, String reason) {
        if (unreadable.add(id)) {
            LOG.log(Level.WARNING, "the heartbeat of worker {0} does not count: {1}", id, reason);
        }
    }

    /** @return how long a worker that has no heartbeat has had none, by this server's clock */
    Duration missing(String id) {
        Instant now = clock.instant();
        return Duration.between(missing.computeIfAbsent(id, name -> now), now);
    }

    /** Only what is said of these is kept. */
    void retain(Set<String> ids) {
        beats.keySet().retainAll(ids);
        missing.keySet().retainAll(ids);
        unreadable.retainAll(ids);
    }
}
