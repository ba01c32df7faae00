package dev.millrace.result;

import java.time.Duration;
import java.time.Instant;

import dev.millrace.task.Task;

/**
 * Times of the workers' reports, by the servers' clocks. A worker's clock may be days off; Millrace trusts only the
 * handler's duration by it, within bounds.
 */
final class ReportTimes {
    /** The largest assumed difference between the clocks of two servers. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Instant now;

    ReportTimes(Instant now) {
        this.now = now;
    }

    /**
     * The report's arrival in Redis, which gives entries their ids by its clock; not before the dispatch nor after now.
     */
    Instant arrived(Task task, String entryId) {
        int dash = entryId.indexOf('-');
        try {
            return within(task, Instant.ofEpochMilli(Long.parseLong(entryId.substring(0, Math.max(dash, 0)))));
        } catch (NumberFormatException e) {
            return now;
        }
    }

    /** The handler's duration by the worker's clock, if that is possible by the server's. */
    Duration ran(Task task, Instant from, Instant to) {
        Duration ran = to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        Duration max = Duration.between(dispatched(task), now);
        return ran.compareTo(max.plus(TOLERANCE)) > 0 ? max : ran;
    }

    /** The start of the finished attempt: the reported one, or now less its duration. */
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
