package dev.millrace.workflow;

import java.util.UUID;

/** CDI event of a transaction that adds a pending advance. */
public record PendingAdvanceAdded(UUID workflow) {}
