package dev.millrace.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

/** Says why a task does not move. */
@ApplicationScoped
public class Notices {
    @Inject
    private LiveWorkers workers;

    @Inject
    private QueueModes queues;

    public Notices() {}

    Notices(LiveWorkers workers, QueueModes queues) {
        this.workers = workers;
        this.queues = queues;
    }

    /** @return for its owner; null if there is nothing to say */
    String of(Task task) {
        if (task.state() != TaskState.WAITING && task.state() != TaskState.QUEUED) {
            return null;
        }
        if (task.isBlocked()) {
            return "It waits for other tasks of its workflow.";
        }
        if (queues.of(task.queue()) == QueueMode.PAUSED) {
            return "The queue '" + task.queue() + "' is paused. The task waits until it goes on.";
        }
        if (workers.offering(task.type()) == 0) {
            return "No worker offers this task type right now. The task waits for one.";
        }
        return task.keptBy() == null ? null : kept(task);
    }

    private static String kept(Task task) {
        String kind = task.keptBy().substring(0, task.keptBy().indexOf(':'));
        return switch (kind) {
            case "type" -> "As many tasks of the type '" + task.type()
                    + "' run as may at a time. It waits for its turn.";
            case "rate" -> "As many tasks of the type '" + task.type() + "' were started as may be for now. It waits.";
            default -> "As many of your tasks run as may at a time. It waits for its turn.";
        };
    }
}
