/**
 * Metrics for Prometheus. Counters and histograms grow with events, and a scrape reads gauges. It never queries SQL or
 * Redis, because loops have sampled both before. No metric names a user.
 */
package dev.millrace.monitoring.metrics;
