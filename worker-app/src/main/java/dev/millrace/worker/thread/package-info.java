/** Threads that belong to the worker and not to its handlers. Knows no other package of the worker. */
package dev.millrace.worker.thread;
