package dev.millrace.workflow;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** There is no such workflow, or it is another user's: the answer does not tell which. */
public class WorkflowNotFound extends Problem {
    WorkflowNotFound(UUID id) {
        super(Kind.NOT_FOUND, "workflow-not-found", "Workflow not found", "You have no workflow " + id + ".");
    }
}
