package dev.millrace.itests.faults.handlers;

/** Says which task this is the result of, and by which attempt. */
public record Done(String task, int attempt) {}
