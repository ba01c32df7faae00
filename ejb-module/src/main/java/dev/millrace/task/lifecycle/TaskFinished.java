package dev.millrace.task.lifecycle;

import dev.millrace.task.Task;

/**
 * CDI event within the transaction that finishes a task: observers change all data that depends on its outcome.
 *
 * @param task the finished one, its row locked
 */
public record TaskFinished(Task task) {}
