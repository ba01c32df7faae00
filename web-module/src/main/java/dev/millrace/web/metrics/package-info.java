/** The metrics that Prometheus scrapes. Runs on request threads; answers from memory. */
package dev.millrace.web.metrics;
