/** The task types of this worker, one class each. A class added here is found at the next start. */
package dev.millrace.worker.handlers;
