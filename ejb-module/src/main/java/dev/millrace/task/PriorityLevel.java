package dev.millrace.task;

/**
 * The tasks of one queue and one priority: fair shares apply within it, because a higher priority goes first anyway.
 *
 * @param queue its name
 * @param priority 0 to 9
 */
public record PriorityLevel(String queue, int priority) {
    static PriorityLevel of(Task task) {
        return new PriorityLevel(task.queue(), task.priority());
    }
}
