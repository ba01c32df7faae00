package dev.millrace.workflow;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** No task of the workflow failed or was cancelled. */
public class WorkflowNotRetryable extends Problem {
    WorkflowNotRetryable(UUID id) {
        super(
                Kind.CONFLICT,
                "workflow-not-retryable",
                "The workflow cannot be retried",
                "No task of workflow " + id + " is FAILED or CANCELLED; there is nothing to retry.");
    }
}
