package dev.millrace.workflow;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.Actor;
import dev.millrace.operations.TaskOperations;

/**
 * Cancels and retries users' workflows. When a method returns, it has committed its changes to SQL, in any state of
 * Redis. Each method throws {@link WorkflowNotFound} if the user has no such workflow.
 */
@ApplicationScoped
public class WorkflowOperations {
    private FindWorkflows find;
    private TaskOperations tasks;
    private AdvanceWorkflow advance;
    private PublishWorkflows publishWorkflows;
    private Workflows workflows;
    private Clock clock;

    /** For the container. */
    protected WorkflowOperations() {}

    @Inject
    WorkflowOperations(
            FindWorkflows find,
            TaskOperations tasks,
            AdvanceWorkflow advance,
            PublishWorkflows publishWorkflows,
            Workflows workflows,
            Clock clock) {
        this.find = find;
        this.tasks = tasks;
        this.advance = advance;
        this.publishWorkflows = publishWorkflows;
        this.workflows = workflows;
        this.clock = clock;
    }

    /**
     * Cancels all unfinished tasks; a finished workflow does not change.
     *
     * @param by the username, for the timelines
     * @return the workflow after the change
     */
    public String cancel(UUID owner, UUID id, Actor by) {
        tasks.cancelAll(find.findDetail(owner, id).taskIds(), by);
        return advanceAndShow(owner, id);
    }

    /**
     * Retries all tasks that failed or were cancelled; each waits for its dependencies, as at first.
     *
     * @param by the username, for the timelines
     * @return the workflow after the change
     * @throws WorkflowNotRetryable if no task failed or was cancelled
     */
    public String retry(UUID owner, UUID id, Actor by) {
        if (tasks.retryAll(find.findDetail(owner, id).taskIds(), by) == 0) {
            throw new WorkflowNotRetryable(id);
        }
        return advanceAndShow(owner, id);
    }

    private String advanceAndShow(UUID owner, UUID id) {
        publishWorkflows.publish(advance.advance(id, clock.instant()));
        return workflows.detail(owner, id);
    }
}
