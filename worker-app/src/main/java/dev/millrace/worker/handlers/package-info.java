/**
 * The task types of this worker, one class each. The next start finds a class that is added here. Each runs many tasks
 * at once, each on a slot's thread.
 */
package dev.millrace.worker.handlers;
