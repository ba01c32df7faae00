package dev.millrace.audit;

import java.time.Instant;

/**
 * Condition for entries of the audit log; null = all.
 *
 * @param actor username, upper and lower case being the same
 * @param action one, or all of a kind: {@code task} matches every {@code task.…}
 * @param text found in the target or the details
 * @param from at or after
 * @param to before
 */
public record AuditFilter(String actor, String action, String text, Instant from, Instant to) {}
