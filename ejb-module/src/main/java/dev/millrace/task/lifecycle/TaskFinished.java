package dev.millrace.task.lifecycle;

import dev.millrace.task.Task;

/**
 * CDI event within the transaction that finishes a task: whatever depends on its end is changed together with it.
 *
 * @param task just finished, its row locked
 */
public record TaskFinished(Task task) {}
