package dev.millrace.testhandlers;

/** Parameters and result of every handler for tests. */
public record Text(String text) {}
