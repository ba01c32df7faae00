/**
 * How much may be dispatched, and how much may wait: limits of task types, queues and users. Whoever claims or submits
 * tasks asks here, in its own transaction; nothing here talks to Redis.
 */
package dev.millrace.limit;
