/**
 * Operations on existing tasks, queues, task types, workers and users: cancel, retry, change, delete, pause, limit.
 * Runs on request threads. It writes SQL first, in short transactions, and notifies owners, dispatchers and workers
 * after the commit.
 */
package dev.millrace.operations;
