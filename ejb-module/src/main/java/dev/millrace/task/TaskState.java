package dev.millrace.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a task is in its life. The table below is the only place that says which moves are allowed. */
public enum TaskState {
    /** In SQL, to be dispatched when it is due and its turn has come. */
    WAITING,
    /** In its queue's stream, or on the way there. */
    QUEUED,
    /** A worker's handler has it. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    private static final Map<TaskState, Set<TaskState>> MOVES = Map.of(
            WAITING, EnumSet.of(QUEUED, FAILED, CANCELLED),
            QUEUED, EnumSet.of(RUNNING, WAITING, SUCCEEDED, FAILED, CANCELLED),
            RUNNING, EnumSet.of(WAITING, SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, EnumSet.noneOf(TaskState.class),
            FAILED, EnumSet.of(WAITING),
            CANCELLED, EnumSet.of(WAITING));
    private static final Set<TaskState> FINISHED = EnumSet.of(SUCCEEDED, FAILED, CANCELLED);

    public boolean mayBecome(TaskState next) {
        return MOVES.get(this).contains(next);
    }

    /** @return whether nothing happens to the task any more, unless a person asks for another try */
    public boolean isFinished() {
        return FINISHED.contains(this);
    }

    /** @return whether a dispatch of it may still be reported on */
    public boolean isInFlight() {
        return this == QUEUED || this == RUNNING;
    }

    /** @return the last part of the event's type that tells of this state */
    public String eventKind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
