/**
 * Moves the next tasks from SQL to Redis and reclaims lost ones. The rounds of all queues share the threads of one pool
 * on each node; only the node that holds a queue's lease dispatches its tasks. Reads and writes SQL in short
 * transactions, never while it waits for Redis.
 */
package dev.millrace.dispatch;
