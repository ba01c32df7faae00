/**
 * This process' metrics for Prometheus, on an HTTP port of its own if one is configured. Counters grow as attempts
 * finish; each scrape reads the gauges, on the endpoint's one thread. No metric names a user.
 */
package dev.millrace.worker.metrics;
