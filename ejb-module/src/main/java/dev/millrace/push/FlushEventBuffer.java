package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.task.TaskEvent;

/**
 * Writes a batch of the {@link EventBuffer}'s events, and marks gaps for owners of dropped ones. Throws while Redis is
 * unavailable. Drops an event that cannot be written even by itself.
 */
final class FlushEventBuffer implements Step {
    private static final Logger LOG = NodeLog.of(FlushEventBuffer.class);
    private static final int BATCH = 1_000;

    private final EventBuffer buffer;
    private final EventStreams streams;

    FlushEventBuffer(EventBuffer buffer, EventStreams streams) {
        this.buffer = buffer;
        this.streams = streams;
    }

    @Override
    public synchronized StepResult once() {
        markGaps();
        List<TaskEvent> batch = buffer.oldest(BATCH);
        if (batch.isEmpty()) {
            return StepResult.NONE;
        }
        try {
            streams.append(batch);
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            appendOneByOne(batch);
            return StepResult.MORE;
        }
        buffer.remove(batch);
        return StepResult.MORE;
    }

    /** Drops an event that cannot be written alone either, as if it had not fit into the buffer. */
    private void appendOneByOne(List<TaskEvent> batch) {
        for (TaskEvent event : batch) {
            try {
                streams.append(List.of(event));
            } catch (RuntimeException | Error e) {
                Outage.rethrow(e);
                LOG.log(Level.WARNING, "Dropped an event of task " + event.taskId() + ": cannot be written", e);
                buffer.drop(event.owner());
            }
            buffer.remove(List.of(event));
        }
    }

    private void markGaps() {
        EventBuffer.MissedUsers missed = buffer.missedUsers();
        if (missed.isEmpty()) {
            return;
        }
        if (missed.all()) {
            streams.markGapForAll();
        } else {
            streams.markGap(missed.users());
        }
        buffer.clearMissed(missed);
    }
}
