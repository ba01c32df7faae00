package dev.millrace.shutdown;

/** CDI event: this node accepts no new work from now on; fired once. */
public record ShutdownStarted() {}
