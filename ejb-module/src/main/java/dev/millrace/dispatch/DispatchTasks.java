package dev.millrace.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.platform.loop.BatchPacing;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.push.UserEventPublisher;

/** Moves a queue's next tasks from SQL into its stream. One call is one round; safe to repeat. */
final class DispatchTasks implements Step {
    private final String queue;
    private final Lease lease;
    private final TaskStream stream;
    private final DispatchWindow window;
    private final LiveWorkers workers;
    private final ClaimTasks claimTasks;
    private final EndClaims endClaims;
    private final UserEventPublisher events;
    private final Clock clock;
    private final BatchPacing pacing = new BatchPacing();
    private final AtomicLong wakeUps = new AtomicLong();
    private Set<String> activeLimits;
    /** The number of wake-ups before the last query that found no more tasks. */
    private long seenWakeUps = -1;

    DispatchTasks(
            String queue,
            Lease lease,
            TaskStream stream,
            DispatchWindow window,
            LiveWorkers workers,
            ClaimTasks claimTasks,
            EndClaims endClaims,
            UserEventPublisher events,
            Clock clock) {
        this.queue = queue;
        this.lease = lease;
        this.stream = stream;
        this.window = window;
        this.workers = workers;
        this.claimTasks = claimTasks;
        this.endClaims = endClaims;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        if (wakeUps.get() == seenWakeUps) {
            return StepResult.NONE;
        }
        pacing.begin();
        long known = wakeUps.get(); // Before the query, so that a later wake-up causes another one.
        int capacity = window.capacity(stream.undelivered(), workers.slotsOf(queue), System.nanoTime());
        if (capacity == 0) {
            return StepResult.NONE;
        }
        if (activeLimits == null) {
            activeLimits = claimTasks.findActiveLimits(queue);
        }
        ClaimTasks.Claimed claimed = claimTasks.claimNext(queue, capacity, activeLimits, clock.instant());
        if (claimed.noneLeft()) {
            seenWakeUps = known;
        }
        if (claimed.dispatches().isEmpty()) {
            return StepResult.NONE;
        }
        // Owners get their events before the workers get the tasks, so that "queued" never comes after "running".
        // ReclaimLostTasks finds the tasks that are lost from here on.
        events.append(claimed.events());
        if (!stream.append(lease.token(), claimed.dispatches())) {
            recall(claimed.dispatches());
            lease.onLost();
            onLeadershipGained();
            return StepResult.NONE;
        }
        window.added(claimed.dispatches().size());
        boolean full = claimed.dispatches().size() == capacity;
        return StepResult.of(full).afterRest(pacing.end(full));
    }

    /** The append did not happen, so the next leader need not wait until these tasks look lost. */
    private void recall(List<TaskDispatch> dispatches) {
        List<Claim> claims = dispatches.stream().map(TaskDispatch::claim).toList();
        events.append(endClaims.recall(claims, clock.instant()));
    }

    /** Clears its knowledge of the queue, as another node may have led it meanwhile. */
    void onLeadershipGained() {
        activeLimits = null;
        wakeUp();
    }

    /** Makes the next round look for tasks, even though the last one has found none. Any thread may call it. */
    void wakeUp() {
        wakeUps.incrementAndGet();
    }
}
