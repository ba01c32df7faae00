/**
 * The record of every task: its states and how it moves between them, submitting, finding and showing it. Runs in the
 * caller's transaction; never talks to Redis.
 */
package dev.millrace.task;
