package dev.millrace.worker.attempt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.millrace.contract.ReportLimits;

/**
 * Lets at most ten progress reports a second through. Of reports that come too fast, the latest follows as soon as it
 * may, and in any case before the outcome.
 */
final class ThrottledProgress {
    private static final long EVERY_NANOS = 100_000_000;

    private final AttemptListener listener;
    private long nextNanos = System.nanoTime();
    private Pending pending;
    private boolean closed;

    ThrottledProgress(AttemptListener listener) {
        this.listener = listener;
    }

    private record Pending(double fraction, String message) {}

    synchronized void report(double fraction, String message) {
        if (closed) {
            return;
        }
        boolean hadPending = pending != null;
        pending = new Pending(
                Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction)),
                ReportLimits.truncate(message, ReportLimits.PROGRESS_MESSAGE));
        long wait = nextNanos - System.nanoTime();
        if (wait <= 0) {
            flush();
        } else if (!hadPending) {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::flush);
        }
    }

    /** Reports the latest progress; no report follows it. */
    synchronized void close() {
        flush();
        closed = true;
    }

    private synchronized void flush() {
        if (pending != null) {
            Pending latest = pending;
            pending = null;
            nextNanos = System.nanoTime() + EVERY_NANOS;
            listener.progress(latest.fraction(), latest.message());
        }
    }
}
