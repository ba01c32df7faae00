/**
 * Lifecycle events of tasks for metrics and statistics: recorded within the transaction that changes the task, delivered to
 * listeners after its commit, on the same thread. Listeners only add up in memory; they never wait and never fail.
 */
package dev.millrace.task.lifecycle;
