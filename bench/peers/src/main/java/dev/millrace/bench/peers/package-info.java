/**
 * What people on the JVM would use instead, each on the PostgreSQL whose JDBC URL is the first argument, with the number of
 * tasks as the second. Prints one JSON object a line: {@code {name, unit, value}}.
 */
package dev.millrace.bench.peers;
