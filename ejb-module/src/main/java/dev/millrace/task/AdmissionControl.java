package dev.millrace.task;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.limit.BacklogLimit;

/** Decides whether Millrace accepts new tasks at the moment. Every submission passes it, from any source. */
@ApplicationScoped
public class AdmissionControl {
    private QueueModes queues;
    private BacklogLimit backlog;

    /** For the container. */
    protected AdmissionControl() {}

    @Inject
    public AdmissionControl(QueueModes queues, BacklogLimit backlog) {
        this.queues = queues;
        this.backlog = backlog;
    }

    /**
     * @throws QueueDraining if one of their queues is draining
     * @throws dev.millrace.limit.BacklogFull if they exceed the owner's limit of waiting tasks
     */
    void admit(UUID owner, List<TaskPlan> plans) {
        for (TaskPlan plan : plans) {
            if (queues.of(plan.queue()) == QueueMode.DRAINING) {
                throw new QueueDraining();
            }
        }
        if (!plans.isEmpty()) {
            backlog.admit(owner, plans.size());
        }
    }
}
