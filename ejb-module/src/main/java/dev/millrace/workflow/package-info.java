/**
 * Workflows: tasks that wait for others. Whoever finishes or retries a task of a workflow leaves a row of news in the same
 * transaction and never touches the workflow; a loop on every node takes the news and moves the workflow on, under its
 * row's lock, in a transaction of its own. So a workflow's row is always locked before its tasks' rows, never after.
 *
 * <p>Tasks of a workflow that is not finished are not deleted: see
 * {@link dev.millrace.task.HeldTasks}. Finished workflows are forgotten with their tasks by
 * {@link dev.millrace.workflow.ForgetWorkflows}.
 */
package dev.millrace.workflow;
