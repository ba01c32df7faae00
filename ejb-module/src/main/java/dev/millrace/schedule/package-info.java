/**
 * Recurring tasks: their due times by cron and time zone, and their runs. Requests come on request threads. A loop on
 * every node starts due runs, each exactly once. One transaction under the schedule's row lock writes the task and the
 * schedule's next time. This package does not call Redis.
 */
package dev.millrace.schedule;
