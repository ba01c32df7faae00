/**
 * The command line: options, environment, start and graceful shutdown of the process. Runs on the main thread and in
 * the shutdown hook.
 */
package dev.millrace.worker.cli;
