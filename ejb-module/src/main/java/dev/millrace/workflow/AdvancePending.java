package dev.millrace.workflow;

import java.util.UUID;

/** CDI event of a transaction that leaves news for a workflow. */
public record AdvancePending(UUID workflow) {}
