package dev.millrace.task.lifecycle;

import dev.millrace.task.Task;

/**
 * CDI event within the transaction that gives a finished task another try.
 *
 * @param task waits again, its row locked
 */
public record TaskRetried(Task task) {}
