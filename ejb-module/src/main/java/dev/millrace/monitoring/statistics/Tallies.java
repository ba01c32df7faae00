package dev.millrace.monitoring.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;
import dev.millrace.task.lifecycle.TaskLifecycleListener;

/** Counters of this node since the last drain, in steps of the finest window. */
@ApplicationScoped
public class Tallies implements TaskLifecycleListener {
    /** Key of the gauges of all workers together, in place of a queue. */
    static final String ALL_WORKERS = "";

    private static final StatisticsWindow FINEST = StatisticsWindow.QUARTER_HOUR;

    private Clock clock;

    private Map<Key, Tally> tallies = new HashMap<>();

    /** For the container. */
    protected Tallies() {}

    @Inject
    Tallies(Clock clock) {
        this.clock = clock;
    }

    /** A queue's step of the finest window. */
    record Key(Instant step, String queue) {}

    /**
     * Drained tallies.
     *
     * @param until later events are in none of them
     */
    record Drained(Instant until, Map<Key, Tally> tallies) {}

    @Override
    public synchronized void onEvent(TaskLifecycleEvent event) {
        event.accept(tallyOf(event.queue()));
    }

    synchronized void sampleBacklog(String queue, long waiting) {
        tallyOf(queue).backlog.sample(waiting);
    }

    synchronized void sampleWorkers(long busy, long slots) {
        Tally workers = tallyOf(ALL_WORKERS);
        workers.busy.sample(busy);
        workers.slots.sample(slots);
    }

    synchronized Drained drain() {
        Drained drained = new Drained(clock.instant(), tallies);
        tallies = new HashMap<>();
        return drained;
    }

    private Tally tallyOf(String queue) {
        return tallies.computeIfAbsent(new Key(FINEST.stepOf(clock.instant()), queue), key -> new Tally());
    }
}
