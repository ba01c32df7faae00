/**
 * Loops that repeat a step until the application stops. A loop waits, survives errors and reacts to wake-ups; a step
 * has one task, and a test can call it directly.
 */
package dev.millrace.platform.loop;
