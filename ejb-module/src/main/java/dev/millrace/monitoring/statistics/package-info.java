/**
 * Statistics over a quarter of an hour to a week. Each node adds up in memory, on the threads that commit, and a loop
 * writes its own rows every few seconds, with absolute sums. A repeated write has no effect, nodes never touch each
 * other's rows, and no task costs a statement.
 */
package dev.millrace.monitoring.statistics;
