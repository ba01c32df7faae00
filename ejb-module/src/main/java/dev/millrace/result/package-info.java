/**
 * Brings what workers report into SQL: batched, fenced by claims, safe to repeat. One thread for each queue on each
 * node. Owners are told before a report is acknowledged, so a node that dies in between is repeated by another.
 */
package dev.millrace.result;
