package dev.millrace.worker.attempt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.millrace.contract.ReportLimits;

/**
 * Lets at most ten progress reports a second through. The latest of those that came too fast follows as soon as it may, and in
 * any case before the end.
 */
final class ThrottledProgress {
    private static final long EVERY_NANOS = 100_000_000;

    private final AttemptListener listener;
    private long nextNanos = System.nanoTime();
    private Pending kept;
    private boolean over;

    ThrottledProgress(AttemptListener listener) {
        this.listener = listener;
    }

    private record Pending(double fraction, String message) {}

    synchronized void tell(double fraction, String message) {
        if (over) {
            return;
        }
        boolean followed = kept != null;
        kept = new Pending(
                Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction)),
                ReportLimits.cut(message, ReportLimits.PROGRESS_MESSAGE));
        long wait = nextNanos - System.nanoTime();
        if (wait <= 0) {
            letThrough();
        } else if (!followed) {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::letThrough);
        }
    }

    /** Nothing is told any more. */
    synchronized void end() {
        letThrough();
        over = true;
    }

    private synchronized void letThrough() {
        if (kept != null) {
            Pending latest = kept;
            kept = null;
            nextNanos = System.nanoTime() + EVERY_NANOS;
            listener.progress(latest.fraction(), latest.message());
        }
    }
}
