/**
 * Brings what happens to tasks to their owners' open sessions: a capped stream of events for each user in Redis, and on
 * each node one reader for the users who listen there. Runs on loops of its own and on its callers' threads; never
 * touches SQL, and nobody outside sees Redis.
 */
package dev.millrace.push;
