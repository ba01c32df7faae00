/**
 * Workflows: tasks with dependencies. A transaction that finishes or retries a task of a workflow only adds a pending
 * advance. A loop on every node takes the pending advances, on a thread of its own. It advances each workflow under its
 * row's lock, in a transaction of its own. So a workflow's row is always locked before its tasks' rows, never after.
 *
 * <p>Finished tasks of a workflow remain until it is finished too, and are purged with it at the latest.
 */
package dev.millrace.workflow;
