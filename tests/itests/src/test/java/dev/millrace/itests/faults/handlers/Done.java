package dev.millrace.itests.faults.handlers;

/** A result that names its task and attempt. */
public record Done(String task, int attempt) {}
