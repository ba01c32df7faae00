package dev.millrace.audit;

/**
 * What somebody did.
 *
 * @param target null if it was done to nothing in particular
 * @param details for people, null if there is nothing to add
 */
public record AuditedAction(ActionKind kind, AuditTarget target, String details) {}
