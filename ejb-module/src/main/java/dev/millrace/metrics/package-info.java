/**
 * Figures for Prometheus. Counters and histograms grow as things happen, levels are read when somebody scrapes, and never
 * from SQL or Redis: what a scrape needs of them, loops have looked at before. No figure names a user.
 */
package dev.millrace.metrics;
