/**
 * The system page for operators: live nodes, versions, Redis, the database, the effective configuration. One thread on each node
 * sends its heartbeat; the rest runs on request threads.
 */
package dev.millrace.monitoring.system;
