package dev.millrace.task.lifecycle;

import java.time.Duration;

import dev.millrace.task.TaskState;

/** Something happened to a task, and is committed. */
public sealed interface Happening {
    String queue();

    String type();

    /** It was taken in. */
    record Submitted(String queue, String type) implements Happening {}

    /**
     * A worker's handler began.
     *
     * @param waited since its turn could have come: since it was submitted, its time had come, its workflow let it go or
     *     its last attempt had failed and the backoff was over; not negative
     */
    record Started(String queue, String type, Duration waited) implements Happening {}

    /**
     * A handler has run, whatever came of it.
     *
     * @param ran from its beginning to its end by the worker's clock, within what the server's allows
     */
    record Ran(String queue, String type, Duration ran) implements Happening {}

    /** It gets another attempt, by itself or because a person wanted it. */
    record Retried(String queue, String type) implements Happening {}

    /**
     * A claim ended without an outcome.
     *
     * @param reason {@code untraceable}, {@code worker} (it died), {@code released} or {@code unsuited}
     */
    record Lost(String queue, String type, String reason) implements Happening {}

    /**
     * A report of a worker did not count.
     *
     * @param reason {@code unreadable}, {@code unwritable} or {@code other_worker}
     */
    record ReportRefused(String queue, String type, String reason) implements Happening {}

    /**
     * It has finished.
     *
     * @param end SUCCEEDED, FAILED or CANCELLED
     */
    record Ended(String queue, String type, TaskState end) implements Happening {}
}
