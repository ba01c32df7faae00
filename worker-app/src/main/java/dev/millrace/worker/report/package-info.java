/**
 * The worker's messages to the servers: heartbeats, task types, reports on tasks. One thread sends heartbeats, another
 * reports; both retry while Redis is unavailable.
 */
package dev.millrace.worker.report;
