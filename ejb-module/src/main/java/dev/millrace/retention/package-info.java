/**
 * Deletes what has been kept long enough: finished tasks with all that belongs to them, keys and tokens that are over. One
 * thread on each node, short transactions, SQL only; nodes leave to each other what they have in hand.
 */
package dev.millrace.retention;
