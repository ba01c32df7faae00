package dev.millrace.task;

/**
 * The tasks of one queue and one priority: fair shares are kept within it, because a higher priority goes first anyway.
 *
 * @param queue its name
 * @param priority 0 to 9
 */
public record Lane(String queue, int priority) {
    static Lane of(Task task) {
        return new Lane(task.queue(), task.priority());
    }
}
