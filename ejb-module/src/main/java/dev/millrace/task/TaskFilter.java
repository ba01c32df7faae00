package dev.millrace.task;

import java.time.Instant;
import java.util.Set;

/**
 * Condition for tasks.
 *
 * @param states empty = all
 * @param type null = all
 * @param queue null = all
 * @param worker that runs them or ran them last; null = all
 * @param errorType kind of their error; null = all
 * @param text found in the type, the parameters or the error; null = all
 * @param from submitted at or after, or null
 * @param to submitted before, or null
 */
public record TaskFilter(
        Set<TaskState> states,
        String type,
        String queue,
        String worker,
        String errorType,
        String text,
        Instant from,
        Instant to) {
    /** Every task. */
    public static final TaskFilter ALL = new TaskFilter(Set.of(), null, null, null, null, null, null, null);
}
