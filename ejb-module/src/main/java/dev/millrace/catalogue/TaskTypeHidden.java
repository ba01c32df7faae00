package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** An admin has hidden the task type, as no worker offers it. */
public class TaskTypeHidden extends Problem {
    TaskTypeHidden(String name) {
        super(
                Kind.CONFLICT,
                "task-type-hidden",
                "The task type is hidden",
                "An administrator has hidden the task type '" + name + "', since no worker offers it.");
    }
}
