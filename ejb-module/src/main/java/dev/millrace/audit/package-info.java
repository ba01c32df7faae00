/**
 * The audit log: records actions with actor, target, time and address in the transaction of the action. Operators read it. Runs on request threads; SQL only.
 */
package dev.millrace.audit;
