/** Finds the handlers on the class path and describes them to servers. Runs once at start, on the main thread. */
package dev.millrace.worker.registry;
