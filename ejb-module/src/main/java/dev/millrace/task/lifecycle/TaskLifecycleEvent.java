package dev.millrace.task.lifecycle;

import java.time.Duration;

import dev.millrace.task.LossReason;
import dev.millrace.task.TaskState;

/** A committed change of a task's state. */
public sealed interface TaskLifecycleEvent {
    String queue();

    String type();

    /** Calls the visitor's method for this kind of event. */
    void accept(Visitor visitor);

    /** Handles each kind of event; a new kind does not compile until every visitor handles it. */
    interface Visitor {
        void submitted(Submitted event);

        void attemptStarted(AttemptStarted event);

        void attemptFinished(AttemptFinished event);

        void retried(Retried event);

        void claimLost(ClaimLost event);

        void reportRejected(ReportRejected event);

        void finished(Finished event);
    }

    /** A task was submitted. */
    record Submitted(String queue, String type) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.submitted(this);
        }
    }

    /**
     * A worker's handler started.
     *
     * @param waitTime since the attempt could start: since the task was submitted, was due, was released by its
     *     workflow, or had waited out its backoff. Not negative
     */
    record AttemptStarted(String queue, String type, Duration waitTime) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.attemptStarted(this);
        }
    }

    /**
     * A handler has run, with any outcome.
     *
     * @param runTime from start to end by the worker's clock, bounded by the time since the dispatch
     */
    record AttemptFinished(String queue, String type, Duration runTime) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.attemptFinished(this);
        }
    }

    /** A task gets another attempt, automatically or by a person. */
    record Retried(String queue, String type) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.retried(this);
        }
    }

    /** A claim ended without an outcome. */
    record ClaimLost(String queue, String type, LossReason reason) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.claimLost(this);
        }
    }

    /**
     * A worker's report was rejected.
     *
     * @param reason {@code unreadable}, {@code unwritable} or {@code other_worker}
     */
    record ReportRejected(String queue, String type, String reason) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.reportRejected(this);
        }
    }

    /**
     * A task has finished.
     *
     * @param outcome SUCCEEDED, FAILED or CANCELLED
     */
    record Finished(String queue, String type, TaskState outcome) implements TaskLifecycleEvent {
        @Override
        public void accept(Visitor visitor) {
            visitor.finished(this);
        }
    }
}
