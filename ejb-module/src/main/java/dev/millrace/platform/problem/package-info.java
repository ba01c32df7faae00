/**
 * Problems that a caller can act upon, without HTTP: one exception class each, with a stable slug. The web module turns
 * them into problem+json in one place. Plain values, for any thread.
 */
package dev.millrace.platform.problem;
