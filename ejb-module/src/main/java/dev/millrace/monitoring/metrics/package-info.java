/**
 * Metrics for Prometheus. Counters and histograms grow with events, gauges are read at the scrape; a scrape never asks SQL or
 * Redis, because loops have sampled both before. No metric names a user.
 */
package dev.millrace.monitoring.metrics;
