/**
 * Submits tasks: parses and checks requests, commits them, then publishes them to the owner and the dispatcher. Runs on
 * request threads; works without Redis.
 */
package dev.millrace.submission;
