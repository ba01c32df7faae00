/**
 * The record of every task: its states and transitions, its submission, search and view. Runs in the caller's
 * transaction; never calls Redis.
 */
package dev.millrace.task;
