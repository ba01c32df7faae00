package dev.millrace.platform.loop;

import java.time.Duration;

/** Records whether a loop is in a round, and since when. The loop writes it; any thread may read it. */
final class OpenRound {
    private static final long NONE = Long.MIN_VALUE;

    private final String loop;
    private volatile long began = NONE;

    OpenRound(String loop) {
        this.loop = loop;
    }

    String loop() {
        return loop;
    }

    void begin() {
        began = System.nanoTime();
    }

    void end() {
        began = NONE;
    }

    /** @return zero if no round is open */
    Duration openFor(long now) {
        long since = began;
        return since == NONE ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - since));
    }
}
