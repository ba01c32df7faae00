package dev.millrace.catalogue;

/** CDI event on a node that sees a worker appear, disappear or start to stop. */
public record WorkersChanged() {}
