package dev.millrace.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Queues;

/** Tries to lead one queue. As the leader, it dispatches the next tasks and periodically maintains the queue. */
final class QueueLeader implements Step {
    private static final Duration MAINTENANCE_INTERVAL = Duration.ofMillis(900);

    private final String queue;
    private final Lease lease;
    private final DispatchTasks dispatch;
    private final ReclaimLostTasks reclaim;
    private final Runnable maintenance;
    private final ClaimTasks claimTasks;
    private final Queues queues;
    private final FairQueue fairQueue;
    private final Clock clock;
    private Instant nextMaintenance = Instant.MIN;
    private volatile boolean leading;
    private boolean promoting;

    /** @param maintenance the leader's further work for its queue, about once a second */
    QueueLeader(
            String queue,
            Lease lease,
            DispatchTasks dispatch,
            ReclaimLostTasks reclaim,
            Runnable maintenance,
            ClaimTasks claimTasks,
            Queues queues,
            FairQueue fairQueue,
            Clock clock) {
        this.queue = queue;
        this.lease = lease;
        this.dispatch = dispatch;
        this.reclaim = reclaim;
        this.maintenance = maintenance;
        this.claimTasks = claimTasks;
        this.queues = queues;
        this.fairQueue = fairQueue;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        Instant now = clock.instant();
        if (!now.isBefore(nextMaintenance)) {
            nextMaintenance = now.plus(MAINTENANCE_INTERVAL);
            maintain();
        }
        if (!leading) {
            return StepResult.NONE;
        }
        if (promoting) {
            promoting = claimTasks.promoteDue(queue, now);
            mayHaveWork();
        }
        StepResult dispatched = dispatch.once();
        return promoting ? StepResult.MORE.afterRest(dispatched.rest()) : dispatched;
    }

    private void maintain() {
        try {
            boolean led = leading;
            leading = lease.acquireOrRenew();
            fairQueue.advanceVirtualTime(queues.virtualTimes(queue));
            if (leading) {
                if (!led) {
                    dispatch.onLeadershipGained();
                }
                promoting = true;
                reclaim.once();
                maintenance.run();
            }
        } catch (RuntimeException | Error e) {
            leading = false;
            nextMaintenance = Instant.MIN;
            reclaim.clearCandidates();
            throw e;
        }
    }

    /** Makes the next round look for tasks. Any thread may call it. */
    void mayHaveWork() {
        dispatch.wakeUp();
    }

    /** @return whether this node led the queue at its last check */
    boolean isLeading() {
        return leading;
    }

    /** Releases the lease in a graceful shutdown. */
    void stepDown() {
        lease.release();
    }
}
