package dev.millrace.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.platform.loop.BatchPacing;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.push.UserEvents;

/** Moves due tasks from SQL into their queue's stream. One call is one round; safe to repeat. */
final class DispatchDue implements Step {
    private final String queue;
    private final Lease lease;
    private final TaskStream stream;
    private final DispatchWindow window;
    private final LiveWorkers workers;
    private final ClaimTasks tasks;
    private final ReclaimTasks giveBack;
    private final UserEvents events;
    private final Clock clock;
    private final BatchPacing pace = new BatchPacing();
    private final AtomicLong hints = new AtomicLong();
    private Set<String> limitsAtWork;
    /** How many hints had come before the last look that saw the end of the line. */
    private long answered = -1;

    DispatchDue(
            String queue,
            Lease lease,
            TaskStream stream,
            DispatchWindow window,
            LiveWorkers workers,
            ClaimTasks tasks,
            ReclaimTasks giveBack,
            UserEvents events,
            Clock clock) {
        this.queue = queue;
        this.lease = lease;
        this.stream = stream;
        this.window = window;
        this.workers = workers;
        this.tasks = tasks;
        this.giveBack = giveBack;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        if (hints.get() == answered) {
            return Progress.NONE;
        }
        pace.begin();
        long known = hints.get(); // Before the look, so that what comes meanwhile is looked for again.
        int room = window.room(stream.undelivered(), workers.slots(queue), System.nanoTime());
        if (room == 0) {
            return Progress.NONE;
        }
        if (limitsAtWork == null) {
            limitsAtWork = tasks.limitsAtWork(queue);
        }
        ClaimTasks.Claimed claimed = tasks.claimDue(queue, room, limitsAtWork, clock.instant());
        if (claimed.last()) {
            answered = known;
        }
        if (claimed.dispatches().isEmpty()) {
            return Progress.NONE;
        }
        // Told before the workers are, so that "queued" never comes after "running". Lost from here on:
        // ReviveLostTasks.
        events.append(claimed.events());
        if (!stream.append(lease.value(), claimed.dispatches())) {
            giveBack(claimed.dispatches());
            lease.lose();
            begin();
            return Progress.NONE;
        }
        window.added(claimed.dispatches().size());
        boolean full = claimed.dispatches().size() == room;
        return Progress.of(full).afterRest(pace.end(full));
    }

    /** Nothing was appended, so the next leader need not wait until these look lost. */
    private void giveBack(List<TaskDispatch> dispatches) {
        List<Claim> claims = dispatches.stream().map(TaskDispatch::claim).toList();
        events.append(giveBack.takenBack(claims, clock.instant()));
    }

    /** Forgets what it knows of the queue, as another node may have led it meanwhile. */
    void begin() {
        limitsAtWork = null;
        mayHaveWork();
    }

    /** Makes the next round look for tasks, though the last one has found that none were left. Any thread may call it. */
    void mayHaveWork() {
        hints.incrementAndGet();
    }
}
