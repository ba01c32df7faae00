package dev.millrace.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.Actor;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.operations.TaskOperations;
import dev.millrace.platform.page.Page;
import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.submission.Submission;
import dev.millrace.task.RequestKey;

/**
 * Users' operations on their workflows; JSON text comes in and goes out. When these methods return, they have committed
 * their changes to SQL, in any state of Redis. Each method throws {@link WorkflowNotFound} if the user has no such
 * workflow.
 */
@ApplicationScoped
public class Workflows {
    @Inject
    private PlanWorkflows plans;

    @Inject
    private SubmitWorkflow submitWorkflow;

    @Inject
    private FindWorkflows find;

    @Inject
    private AdvanceWorkflow advance;

    @Inject
    private PublishAdvances publishAdvances;

    @Inject
    private TaskOperations interventions;

    @Inject
    private Submission submission;

    @Inject
    private TaskNotices notices;

    @Inject
    private UserEventPublisher events;

    @Inject
    private WorkflowSettings settings;

    @Inject
    private Clock clock;

    /** An accepted workflow, as JSON. */
    public record Accepted(UUID id, String json) {}

    /**
     * Submits a workflow: all of its tasks or none.
     *
     * @param idempotencyKey the same key and body within 24 h give the same workflow; null = always a new one
     * @throws dev.millrace.request.MalformedJson if the body is not JSON
     * @throws InvalidRequest with every fault of the body
     * @throws dev.millrace.catalogue.UnknownTaskType if one of its tasks is of no known type
     * @throws dev.millrace.task.IdempotencyKeyReused if the key came with another body before
     */
    public Accepted submit(UUID owner, String body, String idempotencyKey) {
        RequestKey key = RequestKey.parse(idempotencyKey, body);
        WorkflowPlan plan = plans.plan(ParseWorkflow.of(body, settings.maxTasks()));
        Instant now = clock.instant();
        return accepted(
                owner,
                key == null
                        ? submitWorkflow.submit(owner, plan, now)
                        : RetryOnConflict.call(() -> submitWorkflow.submitOnce(owner, plan, key, now)));
    }

    private Accepted accepted(UUID owner, SubmitWorkflow.SubmittedWorkflow submitted) {
        Workflow workflow = submitted.workflow();
        FindWorkflows.WorkflowDetail detail = find.findDetail(owner, workflow.id());
        if (!submitted.tasks().isEmpty()) {
            submission.publish(submitted.tasks());
            WorkflowProgress progress = MemberSnapshot.progress(detail.tasks());
            events.appendAsync(List.of(WorkflowView.event(workflow, progress, workflow.createdAt())));
        }
        return new Accepted(workflow.id(), view(detail));
    }

    /**
     * @param states empty = all
     * @param before only workflows older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UUID owner, Set<WorkflowState> states, UUID before, int limit) {
        Page<Workflow> page = Page.of(find.findPage(owner, states, before, limit + 1), limit, Workflow::id);
        Map<UUID, WorkflowProgress> progress =
                find.findProgress(page.items().stream().map(Workflow::id).toList());
        return page.toJson(workflow ->
                WorkflowView.of(workflow, progress.get(workflow.id())).toString());
    }

    /** @return the workflow with its graph */
    public String detail(UUID owner, UUID id) {
        return view(find.findDetail(owner, id));
    }

    /**
     * Cancels all unfinished tasks; a finished workflow does not change.
     *
     * @param by the username, for the timelines
     * @return the workflow after the change
     */
    public String cancel(UUID owner, UUID id, Actor by) {
        interventions.cancelAll(find.findDetail(owner, id).taskIds(), by);
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
        if (interventions.retryAll(find.findDetail(owner, id).taskIds(), by) == 0) {
            throw new WorkflowNotRetryable(id);
        }
        return advanceAndShow(owner, id);
    }

    private String advanceAndShow(UUID owner, UUID id) {
        publishAdvances.publish(advance.advance(id, clock.instant()));
        return detail(owner, id);
    }

    private String view(FindWorkflows.WorkflowDetail detail) {
        return WorkflowView.of(detail.workflow(), detail.tasks(), notices::noticeForQueue)
                .toString();
    }
}
