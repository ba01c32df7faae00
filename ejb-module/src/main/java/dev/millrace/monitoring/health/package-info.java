/**
 * Health of the database, of Redis and of each queue's leadership. Threads of its own check them at intervals, so a
 * probe gets its answer at once. This package logs changes, once for all users.
 */
package dev.millrace.monitoring.health;
