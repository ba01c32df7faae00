package dev.millrace.platform.problem;

/**
 * One thing wrong with what a caller sent.
 *
 * @param pointer JSON Pointer (RFC 6901) to it in the request's body; empty for the whole
 * @param detail what is wrong, for people
 */
public record Fault(String pointer, String detail) {}
