package dev.millrace.monitoring.statistics;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/**
 * Counters of one queue in one step. Gauges store sum and number of samples, so tallies of nodes and steps add up. Not
 * thread-safe.
 */
final class Tally {
    long submitted;
    long succeeded;
    long failed;
    long cancelled;
    long retried;
    final Histogram waits;
    final Histogram runs;
    final GaugeSamples backlog;
    final GaugeSamples busy;
    final GaugeSamples slots;

    Tally() {
        this(new Histogram(), new Histogram(), new GaugeSamples(), new GaugeSamples(), new GaugeSamples());
    }

    Tally(Histogram waits, Histogram runs, GaugeSamples backlog, GaugeSamples busy, GaugeSamples slots) {
        this.waits = waits;
        this.runs = runs;
        this.backlog = backlog;
        this.busy = busy;
        this.slots = slots;
    }

    void add(TaskLifecycleEvent event) {
        if (event instanceof TaskLifecycleEvent.Submitted) {
            submitted++;
        } else if (event instanceof TaskLifecycleEvent.AttemptStarted started) {
            waits.add(started.waitTime().toMillis());
        } else if (event instanceof TaskLifecycleEvent.AttemptFinished finished) {
            runs.add(finished.runTime().toMillis());
        } else if (event instanceof TaskLifecycleEvent.Retried) {
            retried++;
        } else if (event instanceof TaskLifecycleEvent.Finished finished) {
            switch (finished.outcome()) {
                case SUCCEEDED -> succeeded++;
                case FAILED -> failed++;
                case CANCELLED -> cancelled++;
                default -> throw new IllegalArgumentException(finished.outcome() + " is not an outcome");
            }
        }
    }

    void add(Tally other) {
        submitted += other.submitted;
        succeeded += other.succeeded;
        failed += other.failed;
        cancelled += other.cancelled;
        retried += other.retried;
        waits.add(other.waits);
        runs.add(other.runs);
        backlog.add(other.backlog);
        busy.add(other.busy);
        slots.add(other.slots);
    }
}
