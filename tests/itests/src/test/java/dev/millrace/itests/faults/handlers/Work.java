package dev.millrace.itests.faults.handlers;

import dev.millrace.worker.api.Parameter;

/** How long a handler works. */
public record Work(@Parameter(min = 0) int millis) {}
