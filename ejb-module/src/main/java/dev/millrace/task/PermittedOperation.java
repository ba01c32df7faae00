package dev.millrace.task;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The operations that a task's state permits. */
public enum PermittedOperation {
    /** It is not finished, and no cancellation was requested. */
    CANCELLABLE(EnumSet.of(TaskState.WAITING, TaskState.QUEUED, TaskState.RUNNING)),
    /** It failed or was cancelled. */
    RETRYABLE(EnumSet.of(TaskState.FAILED, TaskState.CANCELLED)),
    /** It is finished, and so is its workflow, which may need its result. */
    DELETABLE(EnumSet.of(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED)),
    /** It waits. */
    CHANGEABLE(EnumSet.of(TaskState.WAITING));

    private final Set<TaskState> states;

    PermittedOperation(Set<TaskState> states) {
        this.states = states;
    }

    /** @param asOf only tasks that were in that state at this time already, so that repetition terminates */
    void addTo(TaskConditions conditions, Instant asOf) {
        conditions.stateIn(states).and("created_at <= ?", asOf.toEpochMilli());
        switch (this) {
            case CANCELLABLE -> conditions.and("cancel_requested_at is null");
            case RETRYABLE -> conditions.and("finished_at <= ?", asOf.toEpochMilli());
            case DELETABLE -> conditions
                    .and("finished_at <= ?", asOf.toEpochMilli())
                    .and("(workflow_id is null or workflow_id not in"
                            + " (select cast(id as varchar(36)) from mr_workflow where finished_at is null))");
            case CHANGEABLE -> {}
        }
    }
}
