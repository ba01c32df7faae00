package dev.millrace.audit;

/**
 * An action of a user or worker that the audit log records.
 *
 * @param target null if it has no particular target
 * @param details for people, null if there are none
 */
public record AuditedAction(ActionKind kind, AuditTarget target, String details) {}
