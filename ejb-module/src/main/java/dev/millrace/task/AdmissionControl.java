package dev.millrace.task;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.limit.BacklogLimit;

/** Whether new tasks are taken in at the moment. Every submission asks here, whoever makes it. */
@ApplicationScoped
public class AdmissionControl {
    @Inject
    private QueueModes queues;

    @Inject
    private BacklogLimit backlog;

    public AdmissionControl() {}

    public AdmissionControl(QueueModes queues, BacklogLimit backlog) {
        this.queues = queues;
        this.backlog = backlog;
    }

    /**
     * @throws QueueDraining if a queue of theirs is being drained
     * @throws dev.millrace.limit.BacklogFull if they are more than may wait of this owner's
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
