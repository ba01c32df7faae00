package dev.millrace.task;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What may be done to a task, seen from its state. */
public enum Eligibility {
    /** It is not finished, and nobody has asked for its end. */
    TO_BE_CANCELLED(EnumSet.of(TaskState.WAITING, TaskState.QUEUED, TaskState.RUNNING)),
    /** It came to nothing. */
    TO_BE_RETRIED(EnumSet.of(TaskState.FAILED, TaskState.CANCELLED)),
    /** It is finished, and so is its workflow, which may need its result. */
    TO_BE_DELETED(EnumSet.of(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED)),
    /** It waits. */
    TO_BE_MOVED(EnumSet.of(TaskState.WAITING));

    private final Set<TaskState> states;

    Eligibility(Set<TaskState> states) {
        this.states = states;
    }

    /** @param asOf only what was so at this time already, so that repeating it comes to an end */
    void narrow(Conditions conditions, Instant asOf) {
        conditions.in(states).and("created_at <= ?", asOf.toEpochMilli());
        switch (this) {
            case TO_BE_CANCELLED -> conditions.and("cancel_requested_at is null");
            case TO_BE_RETRIED -> conditions.and("finished_at <= ?", asOf.toEpochMilli());
            case TO_BE_DELETED -> conditions
                    .and("finished_at <= ?", asOf.toEpochMilli())
                    .and("(workflow_id is null or workflow_id not in"
                            + " (select cast(id as varchar(36)) from mr_workflow where finished_at is null))");
            case TO_BE_MOVED -> {}
        }
    }
}
