/**
 * Pushes task events to their owners' connections. Redis stores a capped event stream for each user; each node follows the
 * streams of its connected users. Runs on its own loops and on callers' threads; never touches SQL. No client sees Redis.
 */
package dev.millrace.push;
