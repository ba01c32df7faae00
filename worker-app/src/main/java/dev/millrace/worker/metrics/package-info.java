/**
 * This process' metrics for Prometheus, on an HTTP port of its own if it is given one. Counters grow as attempts end; each
 * scrape reads the gauges. No metric names a user.
 */
package dev.millrace.worker.metrics;
