package dev.millrace.task;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** An equal task exists, and the type accepts no second one for a while. */
public class TaskNotUnique extends Problem {
    /** @param task the existing one */
    public TaskNotUnique(UUID task) {
        super(
                Kind.CONFLICT,
                "task-not-unique",
                "Task already exists",
                "Task " + task + " has the same type and parameters; the type accepts no second one yet.");
    }
}
