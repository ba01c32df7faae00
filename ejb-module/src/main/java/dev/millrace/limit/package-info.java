/**
 * Limits of task types and users: how many tasks are dispatched, and how many wait. Dispatch and submission call it on
 * their own threads, in their own transactions; it never talks to Redis.
 */
package dev.millrace.limit;
