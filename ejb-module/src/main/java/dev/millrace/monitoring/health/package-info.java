/**
 * Health of the database, of Redis and of each queue's leadership. Threads of its own check them at intervals, so a probe is answered
 * at once. Changes are logged here, once for all that need them.
 */
package dev.millrace.monitoring.health;
