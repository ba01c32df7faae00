/**
 * The built programs as real processes: Redis, servers, workers, on free ports, each killable and startable again.
 * Used from the test's thread; what a process prints goes to {@code target/logs}.
 */
package dev.millrace.itests.stack;
