package dev.millrace.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of a task. The table below is the only place that lists the allowed transitions. */
public enum TaskState {
    /** In SQL, for dispatch when it is due and first in order. */
    WAITING,
    /** In its queue's stream, or on the way there. */
    QUEUED,
    /** A worker's handler runs it. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    private static final Map<TaskState, Set<TaskState>> TRANSITIONS = Map.of(
            WAITING, EnumSet.of(QUEUED, FAILED, CANCELLED),
            QUEUED, EnumSet.of(RUNNING, WAITING, SUCCEEDED, FAILED, CANCELLED),
            RUNNING, EnumSet.of(WAITING, SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, EnumSet.noneOf(TaskState.class),
            FAILED, EnumSet.of(WAITING),
            CANCELLED, EnumSet.of(WAITING));
    private static final Set<TaskState> FINISHED = EnumSet.of(SUCCEEDED, FAILED, CANCELLED);

    public boolean mayBecome(TaskState next) {
        return TRANSITIONS.get(this).contains(next);
    }

    /** @return whether the task's state is final, unless a person retries it */
    public boolean isFinished() {
        return FINISHED.contains(this);
    }

    /** @return whether a worker may still report on its claim */
    public boolean isInFlight() {
        return this == QUEUED || this == RUNNING;
    }

    /** @return the last part of the type of this state's event */
    public String eventKind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
