package dev.millrace.task;

/**
 * CDI event within the transaction that finishes a task: whatever depends on its end is changed together with it.
 *
 * @param task just finished, its row locked
 */
public record TaskEnded(Task task) {}
