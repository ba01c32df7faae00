package dev.millrace.task;

import java.time.Duration;

/**
 * Asks that a user's tasks of the same type with the same parameters be one task for a while.
 *
 * @param period how long after the first submission
 * @param reject whether a second submission is refused; else it is answered with the first one's task
 * @param parameters what is compared, as JSON text: the task's parameters with the type's defaults filled in
 */
public record Uniqueness(Duration period, boolean reject, String parameters) {}
