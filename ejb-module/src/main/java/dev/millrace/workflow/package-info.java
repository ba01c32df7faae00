/**
 * Workflows: tasks that wait for others. Whoever finishes or retries a task of a workflow leaves a row of news in the same
 * transaction and never touches the workflow; a loop on every node takes the news and moves the workflow on, under its
 * row's lock, in a transaction of its own. So a workflow's row is always locked before its tasks' rows, never after.
 *
 * <p>Finished tasks of a workflow stay until it is finished too, and go with it at the latest.
 */
package dev.millrace.workflow;
