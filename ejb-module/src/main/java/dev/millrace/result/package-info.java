/**
 * Collects the reports of workers into SQL: batched, fenced by claims, safe to repeat. The rounds of all queues share
 * the threads of one pool on each node; a queue's round never runs twice at the same time. It publishes events before
 * it acknowledges a report, so another node repeats the unfinished work of a dying one.
 */
package dev.millrace.result;
