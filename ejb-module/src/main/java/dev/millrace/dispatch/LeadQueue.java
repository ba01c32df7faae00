package dev.millrace.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;
import dev.millrace.task.FairOrder;
import dev.millrace.task.Queues;

/** Tries to lead one queue and, while it does, lets due tasks ripen, dispatches them and revives the lost. */
final class LeadQueue implements Step {
    private static final Duration UPKEEP_EVERY = Duration.ofMillis(900);

    private final String queue;
    private final Lease lease;
    private final DispatchDue dispatch;
    private final ReviveLostTasks revive;
    private final ClaimTasks tasks;
    private final Queues queues;
    private final FairOrder fairOrder;
    private final Clock clock;
    private Instant nextUpkeep = Instant.MIN;
    private boolean leading;

    LeadQueue(
            String queue,
            Lease lease,
            DispatchDue dispatch,
            ReviveLostTasks revive,
            ClaimTasks tasks,
            Queues queues,
            FairOrder fairOrder,
            Clock clock) {
        this.queue = queue;
        this.lease = lease;
        this.dispatch = dispatch;
        this.revive = revive;
        this.tasks = tasks;
        this.queues = queues;
        this.fairOrder = fairOrder;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        if (!now.isBefore(nextUpkeep)) {
            nextUpkeep = now.plus(UPKEEP_EVERY);
            keepUp(now);
        }
        return leading ? dispatch.once() : Progress.NONE;
    }

    private void keepUp(Instant now) {
        try {
            leading = lease.hold();
            fairOrder.advance(queue, queues.virtualTime(queue));
            if (leading) {
                tasks.ripen(queue, now);
                revive.once();
            }
        } catch (RuntimeException e) {
            leading = false;
            nextUpkeep = Instant.MIN;
            revive.forgetSuspicions();
            throw e;
        }
    }

    /** Gives up the lease when the node stops in order. */
    void retire() {
        lease.release();
    }
}
