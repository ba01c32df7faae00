/**
 * The base of every feature: configuration, JSON, loops, Redis, the database. It does not know tasks, users or queues;
 * its packages depend on each other in one direction only. Its functions run on the caller's thread; only loops have
 * threads.
 */
package dev.millrace.platform;
