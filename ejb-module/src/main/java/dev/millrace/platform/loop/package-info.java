/**
 * Loops that repeat a step until the application stops. A loop waits, survives errors and can be woken; a step does one thing
 * and can be called by hand.
 */
package dev.millrace.platform.loop;
