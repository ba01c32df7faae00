package dev.millrace.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Queues;

/** Tries to lead one queue and, while it does, dispatches its due tasks and now and then looks after it. */
final class LeadQueue implements Step {
    private static final Duration UPKEEP_EVERY = Duration.ofMillis(900);

    private final String queue;
    private final Lease lease;
    private final DispatchDue dispatch;
    private final ReclaimLostTasks revive;
    private final Runnable upkeep;
    private final ClaimTasks tasks;
    private final Queues queues;
    private final FairQueue fairOrder;
    private final Clock clock;
    private Instant nextUpkeep = Instant.MIN;
    private volatile boolean leading;
    private boolean ripening;

    /** @param upkeep what else a leader does for its queue, about once a second */
    LeadQueue(
            String queue,
            Lease lease,
            DispatchDue dispatch,
            ReclaimLostTasks revive,
            Runnable upkeep,
            ClaimTasks tasks,
            Queues queues,
            FairQueue fairOrder,
            Clock clock) {
        this.queue = queue;
        this.lease = lease;
        this.dispatch = dispatch;
        this.revive = revive;
        this.upkeep = upkeep;
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
            keepUp();
        }
        if (!leading) {
            return Progress.NONE;
        }
        if (ripening) {
            ripening = tasks.ripen(queue, now);
            mayHaveWork();
        }
        Progress dispatched = dispatch.once();
        return ripening ? Progress.MORE.afterRest(dispatched.rest()) : dispatched;
    }

    private void keepUp() {
        try {
            boolean led = leading;
            leading = lease.hold();
            fairOrder.advance(queues.virtualTimes(queue));
            if (leading) {
                if (!led) {
                    dispatch.begin();
                }
                ripening = true;
                revive.once();
                upkeep.run();
            }
        } catch (RuntimeException | Error e) {
            leading = false;
            nextUpkeep = Instant.MIN;
            revive.forgetSuspicions();
            throw e;
        }
    }

    /** Makes the next round look for tasks. Any thread may call it. */
    void mayHaveWork() {
        dispatch.mayHaveWork();
    }

    /** @return whether this node led the queue when it last looked */
    boolean isLeading() {
        return leading;
    }

    /** Gives up the lease when the node stops in order. */
    void retire() {
        lease.release();
    }
}
