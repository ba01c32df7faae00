package dev.millrace.dispatch;

import java.time.Clock;
import java.util.List;

import dev.millrace.contract.Claim;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.task.QueueMode;
import dev.millrace.task.Queues;

/**
 * While a queue is paused, recalls the dispatches that no worker has read. {@link ReclaimLostTasks} finds claims that
 * are lost half way.
 */
final class RecallPaused implements Step {
    private static final int BATCH = 1_000;

    private final String queue;
    private final Queues queues;
    private final TaskStream stream;
    private final EndClaims endClaims;
    private final UserEventPublisher events;
    private final Clock clock;

    RecallPaused(
            String queue,
            Queues queues,
            TaskStream stream,
            EndClaims endClaims,
            UserEventPublisher events,
            Clock clock) {
        this.queue = queue;
        this.queues = queues;
        this.stream = stream;
        this.endClaims = endClaims;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        if (queues.find(queue).mode() != QueueMode.PAUSED) {
            return StepResult.NONE;
        }
        List<Claim> unread = stream.recall(BATCH);
        if (!unread.isEmpty()) {
            events.append(endClaims.recall(unread, clock.instant()));
        }
        return StepResult.of(unread.size() == BATCH);
    }
}
