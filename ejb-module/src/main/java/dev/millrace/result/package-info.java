/**
 * Collects the reports of workers into SQL: batched, fenced by claims, safe to repeat. The rounds of all queues run in one pool on each node;
 * a queue's round never runs twice at the same time. Events are published before a report is acknowledged, so another node repeats
 * what a dying one left.
 */
package dev.millrace.result;
