package dev.millrace.task;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.platform.id.UuidV7;

/**
 * Creates tasks from plans and gives them their place in the order of dispatch. They exist once {@link InsertTasks} has
 * inserted them. It is no enterprise bean, as it needs no transaction and every request calls it.
 */
@ApplicationScoped
public class TaskFactory {
    private FairQueue fairQueue;
    private Queues queues;
    private AdmissionControl admission;

    /** For the container. */
    protected TaskFactory() {}

    @Inject
    TaskFactory(FairQueue fairQueue, Queues queues, AdmissionControl admission) {
        this.fairQueue = fairQueue;
        this.queues = queues;
        this.admission = admission;
    }

    /**
     * Creates and admits the tasks of plans of which none has to be unique. Errors as for {@link #admit}.
     *
     * @return the task of each plan, in their order
     */
    public Map<Task, TaskPlan> create(UUID owner, List<TaskPlan> plans, Instant now) {
        Map<Task, TaskPlan> created = new LinkedHashMap<>();
        plans.forEach(plan -> created.put(create(owner, plan, now), plan));
        admit(owner, plans);
        return created;
    }

    /** Creates one without admission. */
    Task create(UUID owner, TaskPlan plan, Instant now) {
        long tag = plan.workflow() != null
                ? 0 // it gets its place when its workflow releases it
                : fairQueue.nextStartTag(
                        new PriorityLevel(plan.queue(), plan.priority()), owner, queues::loadFairQueueState);
        return new Task(UuidV7.generate(), owner, plan, tag, now);
    }

    /**
     * Counts the tasks of these plans as the owner's.
     *
     * @throws QueueDraining if one of their queues accepts no new tasks
     * @throws dev.millrace.limit.BacklogFull if they exceed the owner's limit of waiting tasks
     */
    void admit(UUID owner, List<TaskPlan> plans) {
        admission.admit(owner, plans);
    }
}
