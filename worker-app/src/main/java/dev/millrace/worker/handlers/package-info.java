/** The task types of this worker, one class each. The next start finds a class that is added here. */
package dev.millrace.worker.handlers;
