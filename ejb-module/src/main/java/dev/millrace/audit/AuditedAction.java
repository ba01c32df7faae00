package dev.millrace.audit;

/**
 * An action of a user or worker that the audit log records.
 *
 * @param target null if it was done to nothing in particular
 * @param details for people, null if there is nothing to add
 */
public record AuditedAction(ActionKind kind, AuditTarget target, String details) {}
