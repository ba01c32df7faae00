package dev.millrace.monitoring.statistics;

import dev.millrace.task.lifecycle.TaskLifecycleEvent;

/**
 * Counters of one queue in one step. Gauges store sum and number of samples, so tallies of nodes and steps add up. Not
 * thread-safe.
 */
final class Tally implements TaskLifecycleEvent.Visitor {
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

    @Override
    public void submitted(TaskLifecycleEvent.Submitted event) {
        submitted++;
    }

    @Override
    public void attemptStarted(TaskLifecycleEvent.AttemptStarted event) {
        waits.add(event.waitTime().toMillis());
    }

    @Override
    public void attemptFinished(TaskLifecycleEvent.AttemptFinished event) {
        runs.add(event.runTime().toMillis());
    }

    @Override
    public void retried(TaskLifecycleEvent.Retried event) {
        retried++;
    }

    /** The statistics have no lost claims. */
    @Override
    public void claimLost(TaskLifecycleEvent.ClaimLost event) {}

    /** The statistics have no rejected reports. */
    @Override
    public void reportRejected(TaskLifecycleEvent.ReportRejected event) {}

    @Override
    public void finished(TaskLifecycleEvent.Finished event) {
        switch (event.outcome()) {
            case SUCCEEDED -> succeeded++;
            case FAILED -> failed++;
            case CANCELLED -> cancelled++;
            default -> throw new IllegalArgumentException(event.outcome() + " is not an outcome");
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
