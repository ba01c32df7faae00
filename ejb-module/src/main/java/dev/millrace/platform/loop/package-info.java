/**
 * Loops that repeat a step until the application stops. A loop waits, survives errors and reacts to wake-ups; a step
 * has one task, and a test can call it directly. No other package starts threads: a loop has one of its own, or shares
 * those of the pool.
 */
package dev.millrace.platform.loop;
