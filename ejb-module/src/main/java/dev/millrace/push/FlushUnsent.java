package dev.millrace.push;

import java.util.List;

import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;

/** Writes a batch of {@link Unsent} events, and tells those whose events were dropped. Throws while Redis is away. */
final class FlushUnsent implements Step {
    private static final int BATCH = 1_000;

    private final Unsent unsent;
    private final EventStreams streams;

    FlushUnsent(Unsent unsent, EventStreams streams) {
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
        streams.append(batch);
        unsent.sent(batch);
        return Progress.MORE;
    }

    private void tellMissed() {
        Unsent.Missed missed = unsent.missed();
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
