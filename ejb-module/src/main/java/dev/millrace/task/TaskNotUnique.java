package dev.millrace.task;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** The same was submitted a short while ago, and its type refuses that. */
public class TaskNotUnique extends Problem {
    /** @param task the one that is there */
    public TaskNotUnique(String type, UUID task) {
        super(
                Kind.CONFLICT,
                "task-not-unique",
                "An equal task already exists",
                "Task " + task + " is a " + type
                        + " with the same parameters; the type is unique and does not allow a second one yet.");
    }
}
