/** The API of handlers: the handler itself, its annotations, its view of the task. No threads. */
package dev.millrace.worker.api;
