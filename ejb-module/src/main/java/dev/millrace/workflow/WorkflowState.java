package dev.millrace.workflow;

import java.util.Collection;
import java.util.Locale;

import dev.millrace.task.TaskState;

/** The states of a workflow; its tasks determine its state. */
public enum WorkflowState {
    /** Some of its tasks are not finished. */
    RUNNING,
    SUCCEEDED,
    /** All are finished, and at least one failed. */
    FAILED,
    /** All are finished, none failed, and at least one was cancelled. */
    CANCELLED;

    static WorkflowState of(Collection<TaskState> tasks) {
        if (!tasks.stream().allMatch(TaskState::isFinished)) {
            return RUNNING;
        }
        if (tasks.contains(TaskState.FAILED)) {
            return FAILED;
        }
        return tasks.contains(TaskState.CANCELLED) ? CANCELLED : SUCCEEDED;
    }

    public boolean isFinished() {
        return this != RUNNING;
    }

    /** @return the part of the event's type for this state */
    String eventKind() {
        return "workflow." + name().toLowerCase(Locale.ROOT);
    }
}
