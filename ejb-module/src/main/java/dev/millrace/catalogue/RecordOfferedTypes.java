package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import dev.millrace.contract.WorkerHeartbeat;

/**
 * Records periodically which types live workers offer, so that SQL shows when each was last offered. For one thread.
 */
final class RecordOfferedTypes {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final TaskTypes types;
    private final Catalogue catalogue;
    private final Clock clock;
    private Set<String> recorded = Set.of();
    private Instant next = Instant.MIN;

    RecordOfferedTypes(TaskTypes types, Catalogue catalogue, Clock clock) {
        this.types = types;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** At once when the types change, else once a minute. A hidden type that a worker offers becomes visible again. */
    void record(Collection<WorkerHeartbeat> heartbeats) {
        Set<String> offered = new TreeSet<>();
        heartbeats.forEach(heartbeat -> offered.addAll(heartbeat.types()));
        Instant now = clock.instant();
        if (offered.isEmpty() || offered.equals(recorded) && now.isBefore(next)) {
            return;
        }
        if (types.recordOffered(offered, now) > 0) {
            catalogue.refresh();
        }
        recorded = offered;
        next = now.plus(EVERY);
    }
}
