package dev.millrace.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.node.Node;
import dev.millrace.task.FairOrder;
import dev.millrace.task.Parameters;
import dev.millrace.task.Queues;
import dev.millrace.task.SubmitTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskPlan;

/** Writes a new workflow and its tasks in one transaction; those that need no other go at once. */
@Stateless
public class SubmitWorkflow {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private SubmitTasks submit;

    @Inject
    private FairOrder fairOrder;

    @Inject
    private Queues queues;

    public SubmitWorkflow() {}

    SubmitWorkflow(EntityManager em, SubmitTasks submit, FairOrder fairOrder, Queues queues) {
        this.em = em;
        this.submit = submit;
        this.fairOrder = fairOrder;
        this.queues = queues;
    }

    /**
     * What came into being.
     *
     * @param tasks in the order of the plan
     */
    public record Submitted(Workflow workflow, List<Task> tasks) {}

    /** Runs in the caller's transaction if there is one. */
    public Submitted submit(UUID owner, WorkflowPlan plan, Instant now) {
        Workflow workflow = new Workflow(Node.newId(), owner, plan.name(), now);
        em.persist(workflow);
        List<TaskPlan> plans =
                plan.parts().stream().map(part -> part.task().in(workflow.id())).toList();
        List<Task> tasks = submit.submit(owner, plans, now);
        em.flush(); // what follows refers to these rows
        for (int i = 0; i < tasks.size(); i++) {
            WorkflowPlan.Part part = plan.parts().get(i);
            Task task = tasks.get(i);
            em.persist(new Member(workflow.id(), i, part.name(), task.id(), part.needs()));
            if (part.refers()) {
                Parameters.keepAsTemplate(em, task, part.task().parameters());
            }
            if (part.needs().isEmpty()) {
                task.unblock(fairOrder.nextTag(task, queues::fairOrder), now);
            }
        }
        return new Submitted(workflow, tasks);
    }
}
