package dev.millrace.task;

import java.time.Duration;

/**
 * Makes a user's tasks of the same type with the same parameters one task for a while.
 *
 * @param period how long after the first submission
 * @param reject whether to reject a repetition; else the answer is the existing task
 * @param parameters for comparison, as JSON text: the task's parameters with the type's defaults filled in
 */
public record Uniqueness(Duration period, boolean reject, String parameters) {}
