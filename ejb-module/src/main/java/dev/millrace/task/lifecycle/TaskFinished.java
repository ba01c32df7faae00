package dev.millrace.task.lifecycle;

import dev.millrace.task.Task;

/**
 * CDI event within the transaction that finishes a task: observers change with it all that depends on its outcome.
 *
 * @param task just finished, its row locked
 */
public record TaskFinished(Task task) {}
