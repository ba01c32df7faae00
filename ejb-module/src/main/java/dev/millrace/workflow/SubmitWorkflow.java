package dev.millrace.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.platform.id.UuidV7;
import dev.millrace.task.FairQueue;
import dev.millrace.task.IdempotencyCheck;
import dev.millrace.task.IdempotentRequest;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskParameters;
import dev.millrace.task.TaskPlan;

/** Writes a new workflow and its tasks in one transaction; tasks without dependencies are enqueued at once. */
@Stateless
public class SubmitWorkflow {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private InsertTasks insertTasks;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private Queues queues;

    public SubmitWorkflow() {}

    SubmitWorkflow(EntityManager em, InsertTasks insertTasks, FairQueue fairQueue, Queues queues) {
        this.em = em;
        this.insertTasks = insertTasks;
        this.fairQueue = fairQueue;
        this.queues = queues;
    }

    /**
     * The new rows.
     *
     * @param tasks in the order of the plan; none if the workflow existed before
     */
    public record SubmittedWorkflow(Workflow workflow, List<Task> tasks) {}

    /**
     * The workflow of the key; a new one if it has none.
     *
     * @throws dev.millrace.task.IdempotencyKeyReused if the key's workflow or tasks come from another request
     */
    public SubmittedWorkflow submitOnce(UUID owner, WorkflowPlan plan, IdempotentRequest request, Instant now) {
        IdempotencyCheck check = new IdempotencyCheck(em, owner, request, now);
        List<Task> known = check.submittedBefore();
        if (!known.isEmpty()) {
            return new SubmittedWorkflow(em.find(Workflow.class, known.get(0).workflow()), List.of());
        }
        SubmittedWorkflow submitted = submit(owner, plan, now);
        check.remember(submitted.tasks());
        return submitted;
    }

    /** Runs in the caller's transaction if there is one. */
    public SubmittedWorkflow submit(UUID owner, WorkflowPlan plan, Instant now) {
        Workflow workflow = new Workflow(UuidV7.generate(), owner, plan.name(), now);
        em.persist(workflow);
        List<TaskPlan> plans = plan.tasks().stream()
                .map(planned -> planned.task().in(workflow.id()))
                .toList();
        List<Task> tasks = insertTasks.insertTasks(owner, plans, now);
        em.flush(); // later rows refer to these
        for (int i = 0; i < tasks.size(); i++) {
            WorkflowPlan.PlannedTask planned = plan.tasks().get(i);
            Task task = tasks.get(i);
            em.persist(new WorkflowMember(workflow.id(), i, planned.name(), task.id(), planned.dependencies()));
            if (planned.hasReferences()) {
                TaskParameters.saveTemplate(em, task, planned.task().parameters());
            }
            if (planned.dependencies().isEmpty()) {
                task.unblock(fairQueue.nextStartTag(task, queues::loadFairQueueState), now);
            }
        }
        return new SubmittedWorkflow(workflow, tasks);
    }
}
