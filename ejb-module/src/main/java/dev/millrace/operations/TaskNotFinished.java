package dev.millrace.operations;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;
import dev.millrace.task.TaskState;

/** The task cannot be deleted: it is not finished, or its workflow is not. */
public class TaskNotFinished extends Problem {
    TaskNotFinished(UUID id, TaskState state) {
        super(
                Kind.CONFLICT,
                "task-not-finished",
                "The task is not finished",
                state.isFinished()
                        ? "Task " + id + " belongs to a workflow that may still need it."
                        : "Task " + id + " is " + state + "; cancel it first, and delete it when it is finished.");
    }
}
