package dev.millrace.shutdown;

/** This node takes nothing more from now on; fired once. */
public record ShutdownStarted() {}
