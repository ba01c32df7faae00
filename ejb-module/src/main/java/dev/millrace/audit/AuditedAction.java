package dev.millrace.audit;

/**
 * What somebody did.
 *
 * @param subject null if it was done to nothing in particular
 * @param details for people, null if there is nothing to add
 */
public record AuditedAction(ActionKind action, AuditTarget subject, String details) {}
