package dev.millrace.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

/** Explains to its owner why a task does not advance. Answers from memory. */
@ApplicationScoped
public class TaskNotices {
    private LiveWorkers workers;
    private QueueModes queues;

    /** For the container. */
    protected TaskNotices() {}

    @Inject
    TaskNotices(LiveWorkers workers, QueueModes queues) {
        this.workers = workers;
        this.queues = queues;
    }

    /** @return for its owner; null if no obstacle exists */
    public String noticeFor(Task task) {
        if (task.state() != TaskState.WAITING && task.state() != TaskState.QUEUED) {
            return null;
        }
        if (task.isBlocked()) {
            return "Waiting for other tasks of its workflow.";
        }
        String notice = noticeForQueue(task.type(), task.queue());
        if (task.unsuitedBy() != null) {
            String released = "Released by workers that cannot run it: " + task.unsuitedBy() + ".";
            return notice == null ? released + " It will be dispatched again." : released + " " + notice;
        }
        return notice != null || task.parkedBy() == null ? notice : parked(task);
    }

    /**
     * @return a notice for users before they submit a task of this type to its own queue, null if no obstacle exists
     */
    public String noticeForType(String type, String queue) {
        return queues.isDeclared(queue)
                ? noticeForQueue(type, queue)
                : "Its queue '" + queue
                        + "' could not be declared: the limit of queues is reached. Choose another one.";
    }

    /** @return why no task of this type can run in this queue, null if no obstacle exists */
    public String noticeForQueue(String type, String queue) {
        if (queues.of(queue) == QueueMode.PAUSED) {
            return "The queue '" + queue + "' is paused. The task waits until the queue is resumed.";
        }
        if (workers.countServing(type, queue) > 0) {
            return null;
        }
        if (workers.countOffering(type) == 0) {
            return "No live worker offers this task type.";
        }
        int readers = workers.countReading(queue);
        return readers == 0
                ? "No live worker reads the queue '" + queue + "'."
                : "No live worker that reads the queue '" + queue + "' offers this task type.";
    }

    private static String parked(Task task) {
        String kind = task.parkedBy().substring(0, task.parkedBy().indexOf(':'));
        return switch (kind) {
            case "type" -> "Parked: the concurrency limit of the type '" + task.type() + "' is reached.";
            case "rate" -> "Parked: the rate limit of the type '" + task.type() + "' is reached.";
            default -> "Parked: your limit of running tasks is reached.";
        };
    }
}
