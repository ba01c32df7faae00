package dev.millrace.operations;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;
import dev.millrace.task.TaskState;

/** The task's priority and time cannot be changed: it is not waiting. */
public class TaskNotWaiting extends Problem {
    TaskNotWaiting(UUID id, TaskState state) {
        super(
                Kind.CONFLICT,
                "task-not-waiting",
                "The task is no longer waiting",
                "Task " + id + " is " + state + "; only a task that is WAITING can be changed.");
    }
}
