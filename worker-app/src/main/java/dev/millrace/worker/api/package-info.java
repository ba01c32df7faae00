/** What a handler is written against: the handler itself, its annotations, what it may ask of its task. No threads. */
package dev.millrace.worker.api;
