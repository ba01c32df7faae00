package dev.millrace.operations;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;
import dev.millrace.task.TaskState;

/** The task cannot be retried: it has neither failed nor been cancelled. */
public class TaskNotRetryable extends Problem {
    TaskNotRetryable(UUID id, TaskState state) {
        super(
                Kind.CONFLICT,
                "task-not-retryable",
                "The task cannot be retried",
                "Task " + id + " is " + state + "; only a task that is FAILED or CANCELLED can be retried.");
    }
}
