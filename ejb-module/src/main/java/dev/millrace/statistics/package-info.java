/**
 * How Millrace has been doing, over a quarter of an hour to a week. Each node adds up in memory what happens on it and
 * writes its own rows every few seconds, with absolute sums: so a write that is repeated changes nothing, nodes never
 * touch each other's rows, and no task costs a statement. Reading adds the nodes up. Rows are deleted when no window
 * shows them any more.
 */
package dev.millrace.statistics;
