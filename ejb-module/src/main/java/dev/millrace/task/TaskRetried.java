package dev.millrace.task;

/**
 * CDI event within the transaction that gives a finished task another try.
 *
 * @param task waits again, its row locked
 */
public record TaskRetried(Task task) {}
