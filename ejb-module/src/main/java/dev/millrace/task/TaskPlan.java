package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

/**
 * A checked request for a task, with all the defaults of its type filled in.
 *
 * @param parameters valid JSON text
 * @param priority 0 to 9, 9 first
 * @param runAt not before this time, null = at once
 * @param attempts number and duration of its attempts
 * @param uniqueness null = every submission is a task of its own
 * @param workflow the workflow that releases it; null = none, it needs no release
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
