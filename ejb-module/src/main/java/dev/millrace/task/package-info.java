/**
 * The record of every task: its states and transitions, its submission, search and view. Runs on the caller's thread
 * and in its transaction; never calls Redis.
 */
package dev.millrace.task;
