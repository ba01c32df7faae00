package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

/**
 * A checked wish for a task, with everything its type says filled in.
 *
 * @param parameters valid JSON text
 * @param priority 0 to 9, 9 first
 * @param runAt not before this time, null = at once
 * @param attempts how often and how long it is tried
 * @param uniqueness null = every submission is a task of its own
 * @param workflow the workflow it belongs to, which lets it go when its turn comes; null = none, it goes by itself
 */
public record TaskPlan(
        String type,
        String queue,
        String parameters,
        int priority,
        Instant runAt,
        AttemptPolicy attempts,
        Uniqueness uniqueness,
        UUID workflow) {
    /** The same as a part of a workflow, in which each task is its own. */
    public TaskPlan in(UUID id) {
        return new TaskPlan(type, queue, parameters, priority, runAt, attempts, null, id);
    }
}
