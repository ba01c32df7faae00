package dev.millrace.task.lifecycle;

import java.time.Duration;

import dev.millrace.task.TaskState;

/** Something happened to a task, and is committed. */
public sealed interface TaskLifecycleEvent {
    String queue();

    String type();

    /** It was taken in. */
    record Submitted(String queue, String type) implements TaskLifecycleEvent {}

    /**
     * A worker's handler began.
     *
     * @param waitTime since its turn could have come: since it was submitted, its time had come, its workflow let it go or
     *     its last attempt had failed and the backoff was over; not negative
     */
    record AttemptStarted(String queue, String type, Duration waitTime) implements TaskLifecycleEvent {}

    /**
     * A handler has run, whatever came of it.
     *
     * @param runTime from its beginning to its end by the worker's clock, within what the server's allows
     */
    record AttemptFinished(String queue, String type, Duration runTime) implements TaskLifecycleEvent {}

    /** It gets another attempt, by itself or because a person wanted it. */
    record Retried(String queue, String type) implements TaskLifecycleEvent {}

    /**
     * A claim ended without an outcome.
     *
     * @param reason {@code untraceable}, {@code worker} (it died), {@code released} or {@code unsuited}
     */
    record ClaimLost(String queue, String type, String reason) implements TaskLifecycleEvent {}

    /**
     * A report of a worker did not count.
     *
     * @param reason {@code unreadable}, {@code unwritable} or {@code other_worker}
     */
    record ReportRejected(String queue, String type, String reason) implements TaskLifecycleEvent {}

    /**
     * It has finished.
     *
     * @param outcome SUCCEEDED, FAILED or CANCELLED
     */
    record Finished(String queue, String type, TaskState outcome) implements TaskLifecycleEvent {}
}
