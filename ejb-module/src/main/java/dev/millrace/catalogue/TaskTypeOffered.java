package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** A live worker offers the task type, so it can be neither hidden nor deleted. */
public class TaskTypeOffered extends Problem {
    public TaskTypeOffered() {
        super(
                Kind.CONFLICT,
                "task-type-offered",
                "A live worker offers the task type",
                "Stop the workers that offer it first.");
    }
}
