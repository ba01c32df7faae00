package dev.millrace.task.lifecycle;

import dev.millrace.task.Task;

/**
 * CDI event within the transaction that gives a finished task another attempt.
 *
 * @param task the waiting one, its row locked
 */
public record TaskRetried(Task task) {}
