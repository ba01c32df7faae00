/**
 * Who did what to what, when, from where: written in the transaction of what was done, read by operators. Runs on request
 * threads; SQL only.
 */
package dev.millrace.audit;
