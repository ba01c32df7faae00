/**
 * What people do to tasks that exist: cancel, retry, change, delete, one or many. Runs on request threads; SQL first, in
 * short transactions, and only after the commit owners, dispatchers and workers hear of it.
 */
package dev.millrace.control;
