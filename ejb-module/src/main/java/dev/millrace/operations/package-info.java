/**
 * Operations on existing tasks, queues, task types, workers and users: cancel, retry, change, delete, pause, limit. Runs on request
 * threads. SQL comes first, in short transactions; owners, dispatchers and workers are told after the commit.
 */
package dev.millrace.operations;
