package dev.millrace.monitoring.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;
import dev.millrace.task.lifecycle.TaskLifecycleListener;

/** What has been counted on this node since it was last taken, in steps of the finest window. */
@ApplicationScoped
public class Tallies implements TaskLifecycleListener {
    /** In place of a queue: what is said of all workers together. */
    static final String ALL_WORKERS = "";

    private static final StatisticsWindow FINEST = StatisticsWindow.QUARTER_HOUR;

    @Inject
    private Clock clock;

    private Map<Key, Tally> tallies = new HashMap<>();

    protected Tallies() {}

    Tallies(Clock clock) {
        this.clock = clock;
    }

    /** A queue's step of the finest window. */
    record Key(Instant step, String queue) {}

    /**
     * What was taken.
     *
     * @param until what happens later is in none of these
     */
    record Taken(Instant until, Map<Key, Tally> tallies) {}

    @Override
    public synchronized void onEvent(TaskLifecycleEvent event) {
        tallyOf(event.queue()).add(event);
    }

    synchronized void sampleBacklog(String queue, long waiting) {
        tallyOf(queue).backlog.sample(waiting);
    }

    synchronized void sampleWorkers(long busy, long slots) {
        Tally workers = tallyOf(ALL_WORKERS);
        workers.busy.sample(busy);
        workers.slots.sample(slots);
    }

    synchronized Taken drain() {
        Taken drained = new Taken(clock.instant(), tallies);
        tallies = new HashMap<>();
        return drained;
    }

    private Tally tallyOf(String queue) {
        return tallies.computeIfAbsent(new Key(FINEST.stepOf(clock.instant()), queue), key -> new Tally());
    }
}
