/**
 * Metrics, statistics, health, JMX and the system page: the state of the nodes, queues and workers. It is above the
 * features and only reads them.
 */
package dev.millrace.monitoring;
