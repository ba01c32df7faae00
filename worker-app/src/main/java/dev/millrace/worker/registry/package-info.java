/** Finds the handlers on the class path and describes them to servers. Runs once at start. */
package dev.millrace.worker.registry;
