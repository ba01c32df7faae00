package dev.millrace.task;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** There is no such task, or it is another user's: the answer does not tell which. */
public class TaskNotFound extends Problem {
    public TaskNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "task-not-found",
                "Task not found",
                "There is no task " + id + ", or it is another user's.");
    }
}
