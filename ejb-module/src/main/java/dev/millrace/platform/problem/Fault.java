package dev.millrace.platform.problem;

/**
 * One fault in a caller's request.
 *
 * @param pointer JSON Pointer (RFC 6901) to it in the request's body; empty for the whole
 * @param detail the fault, for people
 */
public record Fault(String pointer, String detail) {}
