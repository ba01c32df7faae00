/**
 * Read models: tasks, task types, queues, dead letters and failures as REST shows them. Runs on request threads in
 * short read-only transactions. It never changes data.
 */
package dev.millrace.query;
