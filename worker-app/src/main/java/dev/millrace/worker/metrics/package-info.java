/**
 * This process' figures for Prometheus, on an HTTP port of its own if it is given one. Figures grow as attempts end; levels
 * are read when somebody scrapes. No figure names a user.
 */
package dev.millrace.worker.metrics;
