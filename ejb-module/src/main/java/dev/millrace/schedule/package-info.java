/**
 * Recurring tasks: when they are due by their cron in their time zone, and their runs. Requests come on request threads. A
 * loop on every node starts due runs, each exactly once, because the task and the schedule's next time are
 * written in one transaction under the schedule's row lock. Nothing here talks to Redis.
 */
package dev.millrace.schedule;
