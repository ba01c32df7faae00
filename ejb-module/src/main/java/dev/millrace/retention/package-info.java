/**
 * Deletes rows past their retention: finished tasks with all their data, and expired keys and tokens. One thread on
 * each node, short transactions, SQL only; a node skips rows that another one holds.
 */
package dev.millrace.retention;
