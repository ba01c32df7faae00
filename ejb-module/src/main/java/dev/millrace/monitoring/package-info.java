/**
 * Metrics, statistics, health, JMX and the system page: the state of the nodes, queues and workers. It is above the
 * features and only reads them. Its packages have loops of their own; requests and scrapes get what these have sampled.
 */
package dev.millrace.monitoring;
