package dev.millrace.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

/** Says why a task does not move. Answers from memory. */
@ApplicationScoped
public class TaskNotices {
    @Inject
    private LiveWorkers workers;

    @Inject
    private QueueModes queues;

    public TaskNotices() {}

    TaskNotices(LiveWorkers workers, QueueModes queues) {
        this.workers = workers;
        this.queues = queues;
    }

    /** @return for its owner; null if there is nothing to say */
    public String of(Task task) {
        if (task.state() != TaskState.WAITING && task.state() != TaskState.QUEUED) {
            return null;
        }
        if (task.isBlocked()) {
            return "It waits for other tasks of its workflow.";
        }
        String nobody = of(task.type(), task.queue());
        if (task.unsuitedBy() != null) {
            String handedBack = "Workers that cannot run it handed it back: " + task.unsuitedBy() + ".";
            return nobody == null ? handedBack + " It is tried again." : handedBack + " " + nobody;
        }
        return nobody != null || task.parkedBy() == null ? nobody : kept(task);
    }

    /** @return what those should know who are about to submit a task of this type to its own queue, null if nothing */
    public String ofType(String type, String queue) {
        return queues.isDeclared(queue)
                ? of(type, queue)
                : "Its queue '" + queue
                        + "' could not be declared: there are as many queues as may be. Choose another one.";
    }

    /** @return why no task of this type gets to run in this queue, null if there is nothing to say */
    public String of(String type, String queue) {
        if (queues.of(queue) == QueueMode.PAUSED) {
            return "The queue '" + queue + "' is paused. The task waits until it goes on.";
        }
        if (workers.running(type, queue) > 0) {
            return null;
        }
        if (workers.offering(type) == 0) {
            return "No worker offers this task type right now. The task waits for one.";
        }
        int readers = workers.of(queue);
        return readers == 0
                ? "No worker reads the queue '" + queue + "' right now. The task waits for one."
                : "No worker that reads the queue '" + queue
                        + "' offers this task type. The task waits for one that does.";
    }

    private static String kept(Task task) {
        String kind = task.parkedBy().substring(0, task.parkedBy().indexOf(':'));
        return switch (kind) {
            case "type" -> "As many tasks of the type '" + task.type()
                    + "' run as may at a time. It waits for its turn.";
            case "rate" -> "As many tasks of the type '" + task.type() + "' were started as may be for now. It waits.";
            default -> "As many of your tasks run as may at a time. It waits for its turn.";
        };
    }
}
