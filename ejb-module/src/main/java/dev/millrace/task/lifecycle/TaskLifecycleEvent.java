package dev.millrace.task.lifecycle;

import java.time.Duration;

import dev.millrace.task.TaskState;

/** A committed change of a task's state. */
public sealed interface TaskLifecycleEvent {
    String queue();

    String type();

    /** A task was submitted. */
    record Submitted(String queue, String type) implements TaskLifecycleEvent {}

    /**
     * A worker's handler started.
     *
     * @param waitTime since the attempt could start: since the task was submitted, was due, was released by its
     *     workflow, or had waited out its backoff. Not negative
     */
    record AttemptStarted(String queue, String type, Duration waitTime) implements TaskLifecycleEvent {}

    /**
     * A handler has run, with any outcome.
     *
     * @param runTime from start to end by the worker's clock, bounded by the time since the dispatch
     */
    record AttemptFinished(String queue, String type, Duration runTime) implements TaskLifecycleEvent {}

    /** A task gets another attempt, automatically or by a person. */
    record Retried(String queue, String type) implements TaskLifecycleEvent {}

    /**
     * A claim ended without an outcome.
     *
     * @param reason {@code untraceable}, {@code worker} (it died), {@code released} or {@code unsuited}
     */
    record ClaimLost(String queue, String type, String reason) implements TaskLifecycleEvent {}

    /**
     * A worker's report was rejected.
     *
     * @param reason {@code unreadable}, {@code unwritable} or {@code other_worker}
     */
    record ReportRejected(String queue, String type, String reason) implements TaskLifecycleEvent {}

    /**
     * A task has finished.
     *
     * @param outcome SUCCEEDED, FAILED or CANCELLED
     */
    record Finished(String queue, String type, TaskState outcome) implements TaskLifecycleEvent {}
}
