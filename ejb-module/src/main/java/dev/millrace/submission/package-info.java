/**
 * Takes wishes for tasks: reads and checks them against their types, has them written, then tells the owner and the
 * dispatcher. Runs on request threads; answers even when Redis is away.
 */
package dev.millrace.submission;
