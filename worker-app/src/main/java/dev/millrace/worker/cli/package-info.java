/** The command line: options, environment, start and orderly stop of the process. */
package dev.millrace.worker.cli;
