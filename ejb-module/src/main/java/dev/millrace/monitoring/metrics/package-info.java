/**
 * Metrics for Prometheus. Counters and histograms grow with events, on the threads that commit them; a scrape reads
 * gauges on a request's thread. It never queries SQL or Redis, because loops have sampled both before. No metric names
 * a user.
 */
package dev.millrace.monitoring.metrics;
