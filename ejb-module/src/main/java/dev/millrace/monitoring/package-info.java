/**
 * Metrics, statistics, health, JMX and the system page: how the nodes, queues and workers are doing. Stands above the features
 * and only reads them.
 */
package dev.millrace.monitoring;
