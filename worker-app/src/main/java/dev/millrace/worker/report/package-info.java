/**
 * The worker's messages to the servers: heartbeats, task types, reports on tasks. One thread sends heartbeats, another reports;
 * both go on trying while Redis is away.
 */
package dev.millrace.worker.report;
