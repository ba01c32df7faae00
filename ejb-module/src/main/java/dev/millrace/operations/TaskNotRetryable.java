package dev.millrace.operations;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;
import dev.millrace.task.TaskState;

/** Only a task that failed or was cancelled can be tried again. */
public class TaskNotRetryable extends Problem {
    TaskNotRetryable(UUID id, TaskState state) {
        super(
                Kind.CONFLICT,
                "task-not-retryable",
                "The task cannot be retried",
                "Task " + id + " is " + state + "; only a task that is FAILED or CANCELLED can be retried.");
    }
}
