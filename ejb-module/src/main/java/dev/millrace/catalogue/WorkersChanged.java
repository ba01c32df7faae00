package dev.millrace.catalogue;

/** Fired on a node when it sees that a worker came, went or began to stop. */
public record WorkersChanged() {}
