/**
 * Lifecycle events of tasks for metrics and statistics. The transaction that changes the task records them; listeners
 * get them after its commit, on the same thread. Listeners only add up in memory; they never wait and never fail.
 */
package dev.millrace.task.lifecycle;
