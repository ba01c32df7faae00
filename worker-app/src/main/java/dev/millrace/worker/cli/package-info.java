/** The command line: options, environment, start and graceful shutdown of the process. */
package dev.millrace.worker.cli;
