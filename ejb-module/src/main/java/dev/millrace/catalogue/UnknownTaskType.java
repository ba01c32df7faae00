package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** No worker has ever announced a task type of this name. */
public class UnknownTaskType extends Problem {
    public UnknownTaskType(String name) {
        super(
                Kind.NOT_FOUND,
                "task-type-not-found",
                "Unknown task type",
                "No worker has announced a task type '" + name + "'.");
    }
}
