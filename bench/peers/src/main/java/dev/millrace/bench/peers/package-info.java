/**
 * Millrace's peers on the JVM, each on a PostgreSQL. The first argument is its JDBC URL, the second the number of tasks.
 * Each program prints one JSON object a line: {@code {name, unit, value}}.
 * The main thread submits and waits; the tasks run on the threads of the measured library.
 */
package dev.millrace.bench.peers;
