package dev.millrace.result;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import redis.clients.jedis.resps.StreamEntry;

/**
 * The entries of one queue's results stream that a reader has read and the queue's round has not taken. Only one reads
 * at a time, which preserves the order. As a rule that is the reader of all queues. The round itself reads while that
 * reader is too far ahead, or where there is none. Thread-safe.
 */
final class PrefetchedReports {
    private enum Reads {
        /** The reader of all queues. */
        SHARED,
        /** The round may; the shared reader may take over again. */
        ROUND,
        /** The round does, just now. */
        ROUND_NOW
    }

    private final boolean alone;
    private final Runnable readerMayRead;
    private final Deque<StreamEntry> entries = new ArrayDeque<>();
    private Reads reads = Reads.ROUND;
    private boolean inWork;
    private long pausesUntil = System.nanoTime();

    private PrefetchedReports(boolean alone, Runnable readerMayRead) {
        this.alone = alone;
        this.readerMayRead = readerMayRead;
    }

    /**
     * For a queue that the shared reader takes over as soon as it can.
     *
     * @param readerMayRead runs each time the queue's round has done its work
     */
    static PrefetchedReports shared(Runnable readerMayRead) {
        return new PrefetchedReports(false, readerMayRead);
    }

    /** For a queue whose round always reads for itself. */
    static PrefetchedReports alone() {
        return new PrefetchedReports(true, () -> {});
    }

    /** @return whether the shared reader reads this queue from now on */
    synchronized boolean share() {
        if (!alone && reads == Reads.ROUND && entries.isEmpty()) {
            reads = Reads.SHARED;
        }
        return reads == Reads.SHARED;
    }

    /**
     * Adds the entries that the shared reader has read.
     *
     * @param enough the number of waiting entries at which the reader leaves this queue to its round
     */
    synchronized void add(List<StreamEntry> read, int enough) {
        entries.addAll(read);
        inWork = true;
        if (entries.size() >= enough) {
            reads = Reads.ROUND;
        }
    }

    /** @return the oldest, at most so many; empty if none waits */
    synchronized List<StreamEntry> take(int max) {
        List<StreamEntry> taken = new ArrayList<>(Math.min(max, entries.size()));
        while (taken.size() < max && !entries.isEmpty()) {
            taken.add(entries.remove());
        }
        return taken;
    }

    /** @return whether the round reads now; then it reports when it is {@linkplain #endRead done} */
    synchronized boolean beginRead() {
        if (reads == Reads.ROUND && entries.isEmpty()) {
            reads = Reads.ROUND_NOW;
        }
        return reads == Reads.ROUND_NOW;
    }

    synchronized void endRead() {
        reads = Reads.ROUND;
    }

    /** @return whether no entry waits here and the shared reader reads */
    synchronized boolean isLeftToReader() {
        return reads == Reads.SHARED && entries.isEmpty();
    }

    /** The round has processed the entries that it had taken. */
    void done(Duration rest) {
        boolean wasInWork;
        synchronized (this) {
            wasInWork = inWork;
            inWork = !entries.isEmpty();
            pausesUntil = System.nanoTime() + rest.toNanos();
        }
        if (wasInWork) {
            readerMayRead.run();
        }
    }

    /** @return estimate of how long the queue's round still works or rests; zero = it waits */
    synchronized Duration busyFor(Duration workAtLeast) {
        return inWork ? workAtLeast : Duration.ofNanos(Math.max(0, pausesUntil - System.nanoTime()));
    }
}
