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

    private final EventBuffer unsent;
    private final EventStreams streams;

    FlushEventBuffer(EventBuffer unsent, EventStreams streams) {
        this.unsent = unsent;
        this.streams = streams;
    }

    @Override
    public synchronized Progress once() {
        tellMissed();
        List<TaskEvent> batch = unsent.oldest(BATCH);
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
        unsent.sent(batch);
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
                unsent.miss(event.owner());
            }
            unsent.sent(List.of(event));
        }
    }

    private void tellMissed() {
        EventBuffer.MissedUsers missed = unsent.missed();
        if (missed.isNobody()) {
            return;
        }
        if (missed.everyone()) {
            streams.breakAllStreams();
        } else {
            streams.breakStreams(missed.users());
        }
        unsent.told(missed);
    }
}
