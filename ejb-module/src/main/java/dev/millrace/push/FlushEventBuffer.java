package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.task.TaskEvent;

/**
 * Writes a batch of {@link EventBuffer} events, and tells those whose events were dropped. Throws while Redis is away. An event
 * that cannot be written, together with others or by itself, is dropped.
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
    public synchronized Progress once() {
        markGaps();
        List<TaskEvent> batch = buffer.oldest(BATCH);
        if (batch.isEmpty()) {
            return Progress.NONE;
        }
        try {
            streams.append(batch);
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            appendSingly(batch);
            return Progress.MORE;
        }
        buffer.remove(batch);
        return Progress.MORE;
    }

    /** What cannot be written alone either is dropped, as if there had been no room for it. */
    private void appendSingly(List<TaskEvent> batch) {
        for (TaskEvent event : batch) {
            try {
                streams.append(List.of(event));
            } catch (RuntimeException | Error e) {
                Outage.rethrow(e);
                LOG.log(Level.WARNING, "an event of task " + event.taskId() + " cannot be written", e);
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
