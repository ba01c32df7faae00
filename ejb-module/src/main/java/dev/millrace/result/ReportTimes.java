package dev.millrace.result;

import java.time.Duration;
import java.time.Instant;

import dev.millrace.task.Task;

/**
 * When what workers report happened, by the servers' clocks. The clock of a worker may be days off; only how long its
 * handler ran by it is believed, within reason.
 */
final class ReportTimes {
    /** By how much the clocks of two servers may differ. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Instant now;

    ReportTimes(Instant now) {
        this.now = now;
    }

    /** When the report came into Redis, which gives entries their ids by its clock; not before the dispatch nor after now. */
    Instant arrived(Task task, String entryId) {
        int dash = entryId.indexOf('-');
        try {
            return within(task, Instant.ofEpochMilli(Long.parseLong(entryId.substring(0, Math.max(dash, 0)))));
        } catch (NumberFormatException e) {
            return now;
        }
    }

    /** How long the handler ran by the worker's clock, if it can have run so long by the server's. */
    Duration ran(Task task, Instant from, Instant to) {
        Duration ran = to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        Duration most = Duration.between(dispatched(task), now);
        return ran.compareTo(most.plus(TOLERANCE)) > 0 ? most : ran;
    }

    /** When the attempt that ends now began: as it was reported, or so long ago as it ran. */
    Instant began(Task task, Duration ran) {
        return task.startedAt() != null ? task.startedAt() : within(task, now.minus(ran));
    }

    private Instant within(Task task, Instant time) {
        Instant dispatched = dispatched(task);
        if (time.isBefore(dispatched)) {
            return dispatched;
        }
        return time.isAfter(now) ? now : time;
    }

    /** Another node may have dispatched it, whose clock is ahead. */
    private Instant dispatched(Task task) {
        Instant at = task.queuedAt() != null ? task.queuedAt() : task.createdAt();
        return at.isAfter(now) ? now : at;
    }
}
