/**
 * Moves due tasks from SQL to Redis and finds those that got lost on the way. One thread for each queue on each node;
 * the node that holds the queue's lease does the work. Reads and writes SQL in short transactions, never while it waits
 * for Redis.
 */
package dev.millrace.dispatch;
