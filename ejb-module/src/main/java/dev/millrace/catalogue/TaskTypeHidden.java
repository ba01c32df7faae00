package dev.millrace.catalogue;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.Problem;

/** An admin has hidden the task type, as no worker offers it. */
public class TaskTypeHidden extends Problem {
    /** @param pointer JSON Pointer to the name in the request's body */
    TaskTypeHidden(String pointer) {
        super(
                Kind.CONFLICT,
                "task-type-hidden",
                "The task type is hidden",
                "An administrator has hidden the task type, since no worker offers it.",
                List.of(new Fault(pointer, "hidden task type")));
    }
}
