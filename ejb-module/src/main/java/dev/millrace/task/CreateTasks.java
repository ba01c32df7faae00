package dev.millrace.task;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.platform.node.Node;

/**
 * Makes tasks of plans and gives them their place in the order of dispatch. They come into being when they are written. No
 * enterprise bean, as it needs no transaction and every request comes here.
 */
@ApplicationScoped
public class CreateTasks {
    @Inject
    private FairQueue fairQueue;

    @Inject
    private Queues queues;

    @Inject
    private AdmissionControl admission;

    public CreateTasks() {}

    CreateTasks(FairQueue fairQueue, Queues queues, AdmissionControl admission) {
        this.fairQueue = fairQueue;
        this.queues = queues;
        this.admission = admission;
    }

    /**
     * Makes and takes in the tasks of plans of which none has to be unique. Errors as for {@link #admit}.
     *
     * @return the task of each plan, in their order
     */
    public Map<Task, TaskPlan> create(UUID owner, List<TaskPlan> plans, Instant now) {
        Map<Task, TaskPlan> created = new LinkedHashMap<>();
        plans.forEach(plan -> created.put(create(owner, plan, now), plan));
        admit(owner, plans);
        return created;
    }

    /** Makes one that is not taken in yet. */
    Task create(UUID owner, TaskPlan plan, Instant now) {
        long tag = plan.workflow() != null
                ? 0 // it takes its place when its workflow lets it go
                : fairQueue.nextStartTag(
                        new PriorityLevel(plan.queue(), plan.priority()), owner, queues::loadFairQueueState);
        return new Task(Node.newId(), owner, plan, tag, now);
    }

    /**
     * Counts the tasks of these plans as the owner's.
     *
     * @throws QueueDraining if a queue of theirs takes nothing new
     * @throws dev.millrace.limit.BacklogFull if they are more than may wait of this owner's
     */
    void admit(UUID owner, List<TaskPlan> plans) {
        admission.admit(owner, plans);
    }
}
