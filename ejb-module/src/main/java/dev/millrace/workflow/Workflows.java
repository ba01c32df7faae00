package dev.millrace.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.platform.page.Page;
import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.task.IdempotentRequest;

/**
 * Submits and shows users' workflows; JSON text comes in and goes out. When a method returns, it has committed its
 * changes to SQL, in any state of Redis. Each method throws {@link WorkflowNotFound} if the user has no such
 * workflow.
 */
@ApplicationScoped
public class Workflows {
    private PlanWorkflows plans;
    private SubmitWorkflow submitWorkflow;
    private FindWorkflows find;
    private PublishWorkflows publishWorkflows;
    private TaskNotices notices;
    private WorkflowSettings settings;
    private Clock clock;

    /** An accepted workflow, as JSON. */
    public record Accepted(UUID id, String json) {}

    /** For the container. */
    protected Workflows() {}

    @Inject
    Workflows(
            PlanWorkflows plans,
            SubmitWorkflow submitWorkflow,
            FindWorkflows find,
            PublishWorkflows publishWorkflows,
            TaskNotices notices,
            WorkflowSettings settings,
            Clock clock) {
        this.plans = plans;
        this.submitWorkflow = submitWorkflow;
        this.find = find;
        this.publishWorkflows = publishWorkflows;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

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
        IdempotentRequest key = IdempotentRequest.parse(idempotencyKey, body);
        WorkflowPlan plan = plans.plan(ParseWorkflow.of(body, settings.maxTasks()));
        Instant now = clock.instant();
        return accepted(
                owner,
                key == null
                        ? submitWorkflow.submit(owner, plan, now)
                        : RetryOnConflict.call(() -> submitWorkflow.submitOnce(owner, plan, key, now)));
    }

    private Accepted accepted(UUID owner, SubmitWorkflow.SubmittedWorkflow submitted) {
        UUID id = submitted.workflow().id();
        FindWorkflows.WorkflowDetail detail = find.findDetail(owner, id);
        if (!submitted.tasks().isEmpty()) {
            publishWorkflows.publishNew(submitted, MemberSnapshot.progress(detail.tasks()));
        }
        return new Accepted(id, view(detail));
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

    private String view(FindWorkflows.WorkflowDetail detail) {
        return WorkflowView.of(detail.workflow(), detail.tasks(), notices::noticeForQueue)
                .toString();
    }
}
