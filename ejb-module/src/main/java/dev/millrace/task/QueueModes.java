package dev.millrace.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The queues' modes as requests see them: it reads them from SQL at most once a second and answers from memory. */
@ApplicationScoped
public class QueueModes {
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private Queues queues;
    private Clock clock;

    private volatile CachedModes cached = new CachedModes(Instant.MIN, Map.of());

    private record CachedModes(Instant at, Map<String, QueueMode> modes) {}

    /** For the container. */
    protected QueueModes() {}

    @Inject
    public QueueModes(Queues queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    /** @return OPEN also for a queue that does not exist yet */
    public QueueMode of(String queue) {
        return current().getOrDefault(queue, QueueMode.OPEN);
    }

    /** @return every queue with its mode, by name */
    public SortedMap<String, QueueMode> all() {
        return new TreeMap<>(current());
    }

    /** @return whether it was declared at the last read of SQL */
    public boolean isDeclared(String queue) {
        return current().containsKey(queue);
    }

    /**
     * Reads SQL again before it reports a queue as missing: another node may just have declared it.
     *
     * @return the undeclared ones of the queues
     */
    public Set<String> undeclared(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(current().keySet());
        if (!unknown.isEmpty()) {
            refresh();
            unknown.removeAll(current().keySet());
        }
        return unknown;
    }

    /** Clears its cache, after a change on this node. */
    public void refresh() {
        cached = new CachedModes(Instant.MIN, Map.of());
    }

    private Map<String, QueueMode> current() {
        CachedModes present = cached;
        Instant now = clock.instant();
        if (present.at().isAfter(now.minus(MAX_AGE))) {
            return present.modes();
        }
        Map<String, QueueMode> modes = queues.all().stream().collect(Collectors.toMap(Queue::name, Queue::mode));
        cached = new CachedModes(now, modes);
        return modes;
    }
}
